import { generateEntityId } from "@medusajs/framework/utils"
import { readCursor } from "../../shared/read-cursor"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { tokensOf } from "../../shared/tokens"
import type { Secrets } from "../../shared/tokens"
import { findProtected } from "../access"
import type { AffectedQuery } from "./domain/affected"
import { partsOf } from "./find-affected"
import type { Found } from "./find-affected"

/** Under every key of the shop, the current first: one person per mailbox, whose address is not kept here. */
const keysOf = (
  secrets: Secrets,
  breachId: string,
  { email, customer_id, order_id, document_id, buyer }: Found
): readonly [string, ...string[]] => {
  const words = email ?? (customer_id === null ? buyer : null)
  return words === null
    ? [customer_id ?? order_id ?? document_id ?? ""]
    : tokensOf(secrets, "breach-person", `${breachId}\n${words}`)
}

type Leads = Pick<Found, "customer_id" | "order_id">

const waysTo = (keys: readonly string[], { customer_id, order_id }: Leads): string[] => [
  ...keys.map((key) => `key ${key}`),
  ...(customer_id === null ? [] : [`customer ${customer_id}`]),
  ...(order_id === null ? [] : [`order ${order_id}`]),
]

type Person = { key: string; isThere: boolean }

/** Who is known so far, by every way that leads to them. */
type Known = Map<string, Person>

const learn = (known: Known, ways: readonly string[], person: Person): Person => {
  for (const way of ways) if (!known.has(way)) known.set(way, person)
  return person
}

const idsOf = (found: readonly Found[], name: keyof Leads): string[] =>
  found.flatMap((one) => one[name] ?? [])

const LISTED = `
  SELECT person_key, customer_id, order_id FROM dk_breach_person
   WHERE breach_id = :breachId AND (person_key = ANY(:keys) OR customer_id = ANY(:customers) OR order_id = ANY(:orders))`

/**
 * Who each is. Somebody stays who they are on the case's list under an older key of the shop, with another address in their
 * account, and when they were erased.
 */
const keyPeople = async (
  transaction: Knex.Transaction,
  { secrets, breachId, known }: { secrets: Secrets; breachId: string; known: Known },
  found: readonly Found[]
): Promise<(Person & { one: Found })[]> => {
  const all = found.map((one) => ({ one, keys: keysOf(secrets, breachId, one) }))
  const rows = await selectRows<Leads & { person_key: string }>(transaction, LISTED, {
    ...{ breachId, keys: all.flatMap(({ keys }) => keys) },
    ...{ customers: idsOf(found, "customer_id"), orders: idsOf(found, "order_id") },
  })
  for (const { person_key: key, ...row } of rows) {
    learn(known, waysTo([key], row), { key, isThere: true })
  }
  return all.map(({ one, keys }) => {
    const ways = waysTo(keys, one)
    const listed = ways.map((way) => known.get(way)).find((person) => person !== undefined)
    return { ...(listed ?? learn(known, ways, { key: keys[0], isThere: false })), one }
  })
}

const PAGE = 1_000

/** Whose address is protected on any of the rows is told first. */
const ADD = `
  INSERT INTO dk_breach_person AS p (id, breach_id, person_key, customer_id, order_id, document_id, has_protected_address)
  SELECT r.id, :breachId, r.person_key, r.customer_id, r.order_id, r.document_id, r.has_protected_address
    FROM jsonb_to_recordset(:rows::jsonb) AS r(id text, person_key text, customer_id text, order_id text, document_id text, has_protected_address boolean)
  ON CONFLICT (breach_id, person_key) DO UPDATE SET has_protected_address = true
    WHERE excluded.has_protected_address AND NOT p.has_protected_address
  RETURNING id`

const addPage = async (
  transaction: Knex.Transaction,
  secrets: Secrets,
  breachId: string,
  found: readonly Found[]
): Promise<number> => {
  const hidden = await findProtected(transaction, {
    ...{ customerIds: idsOf(found, "customer_id"), orderIds: idsOf(found, "order_id") },
    ...{ cartIds: [], addressIds: [] },
  })
  const isHidden = ({ customer_id, order_id }: Found) =>
    [customer_id, order_id].some((id) => id !== null && hidden.has(id))
  const keyed = await keyPeople(transaction, { secrets, breachId, known: new Map() }, found)
  const hiddenKeys = new Set(keyed.flatMap(({ key, one }) => (isHidden(one) ? [key] : [])))
  const people = new Map(keyed.map(({ key, one }) => [key, one]))
  const rows = [...people].map(([key, { customer_id, order_id, document_id }]) => ({
    ...{ id: generateEntityId(undefined, "dkbrp"), person_key: key },
    ...{ customer_id, order_id, document_id, has_protected_address: hiddenKeys.has(key) },
  }))
  const written = await selectRows<{ id: string }>(transaction, ADD, {
    ...{ breachId, rows: JSON.stringify(rows) },
  })
  const ids = new Set(rows.map(({ id }) => id))
  return written.filter(({ id }) => ids.has(id)).length
}

/**
 * Adds everybody a query finds to those affected; who is there already stays. The caller holds the row of the case. Reads a
 * million orders in pages of a thousand.
 *
 * @returns how many are new
 */
export const addAffected = async (
  transaction: Knex.Transaction,
  secrets: Secrets,
  { breachId, query }: { breachId: string; query: AffectedQuery }
): Promise<number> => {
  let added = 0
  for (const { sql, bindings } of partsOf(query)) {
    for await (const page of readCursor<Found>(transaction, sql, bindings, PAGE)) {
      added += await addPage(transaction, secrets, breachId, page)
    }
  }
  return added
}

/**
 * How many people a query finds, and how many of them the case has not; writes nothing. Remembers keys and ids of
 * each while it counts.
 */
export const previewAffected = async (
  transaction: Knex.Transaction,
  secrets: Secrets,
  { breachId, query }: { breachId: string; query: AffectedQuery }
): Promise<{ people: number; added: number }> => {
  const people = new Set<string>()
  const seen = { secrets, breachId, known: new Map() }
  let listed = 0
  for (const { sql, bindings } of partsOf(query)) {
    for await (const page of readCursor<Found>(transaction, sql, bindings, PAGE)) {
      for (const { key, isThere } of await keyPeople(transaction, seen, page)) {
        if (isThere && !people.has(key)) listed += 1
        people.add(key)
      }
    }
  }
  return { people: people.size, added: people.size - listed }
}

/** How many people are affected. */
export const countAffected = async (
  connection: Knex | Knex.Transaction,
  breachId: string
): Promise<number> => {
  const [row] = await selectRows<{ people: number }>(
    connection,
    "SELECT count(*)::int AS people FROM dk_breach_person WHERE breach_id = ?",
    [breachId]
  )
  return row?.people ?? 0
}

/**
 * Empties the list of those affected. The caller holds the row of the case and has seen that nobody is told or owed a notice.
 *
 * @returns how many were on it
 */
export const clearAffected = async (
  transaction: Knex.Transaction,
  breachId: string
): Promise<number> => {
  const gone = await selectRows(
    transaction,
    "DELETE FROM dk_breach_person WHERE breach_id = ? RETURNING 1",
    [breachId]
  )
  return gone.length
}
