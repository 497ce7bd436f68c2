import type { Knex } from "../../../shared/postgres"
import { emptyKeys } from "../domain/table-map"
import type { SubjectKeys } from "../domain/statements"
import { companyAddresses, findCompanies } from "./company-keys"
import { findOrdersAndCarts, findPerson, selectIds, unusedEmails } from "./find-person"
import type { Keys, Person } from "./find-person"
import { CERTAIN_ORPHANS, followKeys, ORPHANS } from "./key-chain"
import { isRoleMailbox } from "../domain/role-mailboxes"
import { readConfirmed } from "./selection-row"
import { findOthers, findUncertain } from "./uncertain-rows"
import type { UncertainRow } from "./uncertain-rows"

export type { Person } from "./find-person"

/**
 * Whom a request is about: an account or guest by id, everybody behind an e-mail address in any case, or what
 * staff confirmed of a letter or call.
 */
export type Subject = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
  /** Orders and carts that staff confirmed to be the person's although a guest made them. */
  confirmed_order_ids?: readonly string[] | undefined
}

/** What an earlier run of an erasure knew, and until when a row found by e-mail is still the person's. */
export type Known = {
  customers?: readonly string[]
  /** Ids of orders, or of carts that waited to become one. */
  orders?: readonly string[]
  /** Rows made later with the same e-mail belong to somebody who came back. */
  until?: Date | null
  /** Addresses that the ledger's digests found. */
  emails?: readonly string[]
  /** A backup brought the customers back, so orders and carts made later are of somebody who came back, too. */
  isRestored?: boolean
}

type Connection = Knex | Knex.Transaction

/** E-mails that a restored person shares with whoever came back: only what is older than `before` is the person's. */
export type Shared = { emails: string[]; before: Date }

export type Resolved = {
  person: Person
  keys: SubjectKeys
  /** Orders and carts under the person's e-mail or account that nothing confirms: staff must look. */
  uncertain: UncertainRow[]
  /** Orders and carts that only share the e-mail of an order staff confirmed. */
  others: UncertainRow[]
  /** Orders and carts that staff confirmed, by the selection too. */
  confirmed: string[]
  shared: Shared | null
}

/** What hangs on orders and carts that are left to staff. */
const markUncertain = async (
  connection: Connection,
  rows: readonly UncertainRow[]
): Promise<string[]> => {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  return selectIds(
    connection,
    `SELECT unnest(?::text[]) AS id
     UNION SELECT cart_id FROM order_cart WHERE order_id = ANY(?)
     UNION SELECT fulfillment_id FROM order_fulfillment WHERE order_id = ANY(?)
     UNION SELECT p.id FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id WHERE l.order_id = ANY(?)`,
    ids,
    ids,
    ids,
    ids
  )
}

/** An address without account that several people may use speaks for nobody while some of its rows are unclear. */
const holdBack = (
  keys: Keys,
  { person, uncertain, sure }: { person: Person; uncertain: UncertainRow[]; sure: Set<string> }
): void => {
  const isShared =
    keys.email.some(isRoleMailbox) || uncertain.some(({ reason }) => reason !== "no_login")
  if (person.hasAccount || uncertain.length === 0 || !isShared) return
  keys.email = []
  keys.customer = keys.customer.filter((id) => sure.has(id))
}

/** Those of a restored person that whoever came back uses; an address of several people is nobody's. */
const sharedEmails = (used: readonly string[], { isRestored, until }: Known): Shared | null => {
  const emails = used.filter((email) => !isRoleMailbox(email))
  return isRestored && until && emails.length > 0 ? { emails, before: until } : null
}

/**
 * All ids of a person. `known` adds rows an earlier run knew and leaves out what came after it began.
 *
 * @throws not_found, invalid_data `selection_id` when it is unconfirmed or has expired
 */
export const resolveSubject = async (
  connection: Connection,
  subject: Subject,
  known: Known = {}
): Promise<Resolved> => {
  const selected = await readConfirmed(connection, subject.selection_id)
  const until = known.until?.toISOString() ?? "infinity"
  const latest = known.isRestored ? until : "infinity"
  const ids = [subject.customer_id, ...selected.customers, ...(known.customers ?? [])]
  const given = ids.filter((id) => id !== undefined)
  const asked = [subject.email ?? [], known.emails ?? []].flat()
  const person = await findPerson(connection, given, asked, until)
  const confirmed = [...new Set([...selected.orders, ...(subject.confirmed_order_ids ?? [])])]
  const keys = emptyKeys()
  keys.customer = [...new Set([...person.customers, ...(known.customers ?? [])])]
  keys.email = person.emails
  keys.order = [...(known.orders ?? []), ...confirmed]
  await findOrdersAndCarts(connection, keys, until, latest)
  if (known.until) keys.email = await unusedEmails(connection, keys, until, known.isRestored)
  const used = person.emails.filter((email) => !keys.email.includes(email))
  const sure = [...confirmed, ...(known.orders ?? [])]
  const uncertain = await findUncertain(connection, keys, sure)
  const others = await findOthers(connection, keys, confirmed)
  keys.uncertain = await markUncertain(connection, [...uncertain, ...others])
  holdBack(keys, { person, uncertain, sure: new Set(selected.customers) })
  const reduced = await without(
    connection,
    keys,
    uncertain.map(({ id }) => id)
  )
  const shared = uncertain.length === 0 ? sharedEmails(used, known) : null
  return { person, keys: reduced, uncertain, others, confirmed, shared }
}

/** The person's keys without some orders and all that hangs on them. */
export const without = async (
  connection: Connection,
  keys: SubjectKeys,
  left: readonly string[]
): Promise<SubjectKeys> => {
  const carts = await selectIds(
    connection,
    `SELECT cart_id AS id FROM order_cart WHERE order_id = ANY(?)`,
    left
  )
  const skipped = new Set([...left, ...carts])
  const rest = emptyKeys()
  rest.customer = [...keys.customer]
  rest.email = [...keys.email]
  rest.order = keys.order.filter((id) => !skipped.has(id))
  rest.cart = keys.cart.filter((id) => !skipped.has(id))
  rest.uncertain = [...keys.uncertain]
  await followKeys(connection, rest)
  // Which visitor of the time typed a replaced address is unclear: those of an unclear cart wait with it.
  const unclear = new Set(await selectIds(connection, ORPHANS, rest.uncertain))
  const orphans = await selectIds(connection, ORPHANS, rest.cart)
  rest.orphan_address = orphans.filter((id) => !unclear.has(id))
  const companies = await findCompanies(connection, rest)
  rest.company_order = rest.order.filter((id) => companies.has(id))
  rest.company_address = await companyAddresses(connection, rest.company_order)
  return rest
}

/** The same keys without replaced addresses that another visitor of the time may have typed: for showing them. */
export const onlyCertain = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<SubjectKeys> => ({
  ...keys,
  orphan_address: await selectIds(connection, CERTAIN_ORPHANS, keys.orphan_address, keys.cart),
})
