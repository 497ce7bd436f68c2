import type { MedusaContainer } from "@medusajs/framework/types"
import { findToCall, listAffected } from "../../modules/breach/affected-list"
import type { PeopleFilters, ToCall } from "../../modules/breach/affected-list"
import { addToBreach, holdBreach, readBreach } from "../../modules/breach/breaches"
import { readContacts } from "../../modules/breach/contacts"
import type { Contact } from "../../modules/breach/contacts"
import { withoutIds } from "../../modules/breach/domain/affected"
import type { AffectedQuery } from "../../modules/breach/domain/affected"
import { isId } from "../../modules/breach/domain/ids"
import { hasNotices, noteToldByHand } from "../../modules/breach/notices"
import type { ToldByHand } from "../../modules/breach/notices"
import { addAffected, clearAffected, previewAffected } from "../../modules/breach/people"
import { csvHead, csvLines } from "../../shared/csv"
import { conflict, notFound } from "../../shared/errors"
import { hidingValues, postgres } from "../../shared/postgres"
import type {
  AdminAffectedListResponse,
  AdminAffectedPreviewResponse,
  AdminAffectedResponse,
  AdminBreachDetail,
} from "../../types/http"
import { getCase } from "./cases"
import { breachSettings } from "./settings"

type Asked = { id: string; query: AffectedQuery }

/** How many people a query finds, and how many of them the case has not. Writes nothing. Throws not_found. */
export const countAffectedBy = async (
  container: MedusaContainer,
  { id, query }: Asked
): Promise<AdminAffectedPreviewResponse> => {
  const { secrets } = breachSettings(container)
  await readBreach(postgres(container), id)
  return hidingValues(
    postgres(container).transaction(
      (transaction) => previewAffected(transaction, secrets, { breachId: id, query }),
      { isolationLevel: "repeatable read", readOnly: true }
    )
  )
}

/**
 * Adds everybody a query finds to those affected, and writes the query down.
 *
 * @throws not_found, or conflict `closed`
 */
export const selectAffected = async (
  container: MedusaContainer,
  { id, query, actor }: Asked & { actor: string }
): Promise<AdminAffectedResponse> => {
  const { secrets, clock } = breachSettings(container)
  const added = await hidingValues(
    postgres(container).transaction(async (transaction) => {
      const known = await holdBreach(transaction, id)
      const people = await addAffected(transaction, secrets, { breachId: id, query })
      const event = { type: "people_selected", query: withoutIds(query), added: people } as const
      await addToBreach(transaction, { known, clock }, { event, actor, now: new Date() })
      return people
    })
  )
  return { added, breach: await getCase(container, id) }
}

/**
 * Empties the list of those affected, of whom nobody is told or owed a notice yet.
 *
 * @throws not_found, or conflict `closed` or `notices_started`
 */
export const emptyAffected = async (
  container: MedusaContainer,
  { id, actor }: { id: string; actor: string }
): Promise<AdminAffectedResponse> => {
  const { clock } = breachSettings(container)
  await hidingValues(
    postgres(container).transaction(async (transaction) => {
      const known = await holdBreach(transaction, id)
      if (await hasNotices(transaction, id)) {
        throw conflict("notices_started", "People are being told already.")
      }
      const removed = await clearAffected(transaction, id)
      const event = { type: "people_cleared", removed } as const
      await addToBreach(transaction, { known, clock }, { event, actor, now: new Date() })
    })
  )
  return { added: 0, breach: await getCase(container, id) }
}

/** Those affected, with where they are reached now; without addresses, and without phones of protected ones. Throws not_found. */
export const findAffected = async (
  container: MedusaContainer,
  id: string,
  filters: PeopleFilters
): Promise<AdminAffectedListResponse> => {
  const connection = postgres(container)
  await readBreach(connection, id)
  const { rows, count } = await listAffected(connection, id, filters)
  const contacts = await readContacts(
    connection,
    rows.map((row) => row.id)
  )
  const people = rows.map(({ id: personId, is_told, notices, ...row }) => {
    const { name = null, email = null, phone = null } = contacts.get(personId) ?? {}
    const shown = row.has_protected_address ? null : phone
    return { id: personId, ...row, name, email, phone: shown, is_told, notices }
  })
  return { people, count, offset: filters.offset, limit: filters.limit }
}

/**
 * Notes that staff called somebody or wrote to them, or could not.
 *
 * @throws not_found, or conflict `told_already` or `being_told`
 */
export const tellByHand = async (
  container: MedusaContainer,
  told: ToldByHand
): Promise<AdminBreachDetail> => {
  if (!isId(told.personId)) throw notFound("Nobody affected has this id.")
  await postgres(container).transaction(async (transaction) => {
    await holdBreach(transaction, told.breachId)
    await noteToldByHand(transaction, told)
  })
  return getCase(container, told.breachId)
}

const COLUMNS = ["person", "name", "phone", "email", "address", "order", "protected_address"]

/** So many leave the database and are logged at once. */
const PAGE = 500

/** A spreadsheet takes a number with a plus for a formula. */
const dialled = (phone: string | null): string => (phone ?? "").replace(/^\+/, "00")

const lineOf = ({ id, has_protected_address: isProtected }: ToCall, contact?: Contact) => [
  id,
  contact?.name ?? "",
  dialled(contact?.phone ?? null),
  contact?.email ?? "",
  contact?.address ?? "",
  contact?.order_number ?? "",
  isProtected ? "yes" : "",
]

/** Told of the people in a piece before it leaves; when it fails, the piece does not. */
type Before = (personIds: readonly string[]) => Promise<void>

async function* callList(
  container: MedusaContainer,
  id: string,
  before: Before
): AsyncGenerator<string> {
  const connection = postgres(container)
  yield csvHead(COLUMNS)
  let last: ToCall | undefined
  do {
    const people: ToCall[] = await findToCall(connection, id, { last, limit: PAGE })
    last = people.at(-1)
    if (people.length === 0) return
    const contacts = await readContacts(
      connection,
      people.map((person) => person.id)
    )
    await before(people.map((person) => person.customer_id ?? person.order_id ?? person.id))
    yield csvLines(people.map((person) => lineOf(person, contacts.get(person.id))))
  } while (last)
}

/**
 * Whom staff calls or writes to, as CSV in pieces: row, name, phone (without `+`), e-mail, address and order number; protected
 * addresses first, and with their address, for there may be no other way. Only of a case whose owner has begun to tell people.
 *
 * @throws not_found, or conflict `drill` or `not_started`, before there is any piece
 */
export const handOutCallList = async (
  container: MedusaContainer,
  id: string,
  before: Before
): Promise<AsyncIterable<string>> => {
  const { row, folded } = await readBreach(postgres(container), id)
  if (row.is_drill) throw conflict("drill", "A drill has no call list.")
  if (!folded.has_started) {
    throw conflict("not_started", "Send the notice first. The call list is for whom it misses.")
  }
  return callList(container, id, before)
}
