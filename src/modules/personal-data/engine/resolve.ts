import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { isErasedAddress } from "../domain/erased-address"
import { emptyKeys } from "../domain/table-map"
import type { SubjectKey } from "../domain/table-map"
import type { SubjectKeys } from "../domain/statements"
import { CERTAIN_ORPHANS, KEY_CHAIN, ORPHANS } from "./key-chain"
import { findUncertain } from "./uncertain-orders"

/** Whom a request is about: an account or guest by id, or everybody behind an e-mail address, in any case. */
export type Subject = {
  customer_id?: string | undefined
  email?: string | undefined
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
}

type Connection = Knex | Knex.Transaction
type Keys = Record<SubjectKey, string[]>

export type Person = {
  customers: string[]
  emails: string[]
  /** The account's name, for the dialog; null when there is none. */
  name: string | null
}

const select = async (
  connection: Connection,
  sql: string,
  ...bindings: (string | readonly string[])[]
): Promise<string[]> => {
  const rows = await selectRows<{ id: string | null }>(
    connection,
    sql,
    bindings.map((value) => (typeof value === "string" ? value : [...value]))
  )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

const endOf = ({ until }: Known): string => until?.toISOString() ?? "infinity"

/** Every customer row of the person: soft-deleted ones, guests and accounts with the same e-mail in any case. */
const findPerson = async (
  connection: Connection,
  { customer_id, email }: Subject,
  known: Known
): Promise<Person> => {
  const ids = [...(customer_id === undefined ? [] : [customer_id]), ...(known.customers ?? [])]
  const rows = await selectRows<{ id: string; email: string | null; name: string | null }>(
    connection,
    `WITH asked AS (
       SELECT lower(email) AS email FROM customer WHERE id = ANY(?) UNION SELECT lower(?::text))
     SELECT id, lower(email) AS email,
            nullif(concat_ws(' ', nullif(first_name, ''), nullif(last_name, '')), '') AS name
       FROM customer
      WHERE id = ANY(?) OR (created_at <= ?::timestamptz AND lower(email) IN (SELECT email FROM asked WHERE email NOT LIKE '%@invalid.invalid'))
      ORDER BY has_account DESC, created_at`,
    [ids, email ?? null, ids, endOf(known)]
  )
  const emails = [email?.toLowerCase(), ...rows.map((row) => row.email)]
  return {
    customers: rows.map(({ id }) => id),
    emails: [...new Set(emails.filter((value) => typeof value === "string"))].filter(
      (value) => !isErasedAddress(value)
    ),
    name: rows.find(({ name }) => name !== null)?.name ?? null,
  }
}

/**
 * Orders and carts by customer, e-mail or each other. Medusa ties a guest who types a registered e-mail to that
 * account; an order made on another account, or transferred to one, is that account's with its cart, even when it
 * names this person's e-mail.
 */
const findOrdersAndCarts = async (
  connection: Connection,
  keys: Keys,
  known: Known
): Promise<void> => {
  const others = `(x.customer_id IS NULL OR x.customer_id = ANY(?) OR NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = x.customer_id AND c.has_account))`
  const own = (table: string) =>
    `SELECT x.id FROM ${table} x WHERE x.customer_id = ANY(?) OR (lower(x.email) = ANY(?) AND x.created_at <= ?::timestamptz AND ${others}) OR x.id = ANY(?)`
  const person = [keys.customer, keys.email, endOf(known), keys.customer, keys.order]
  const orders = await select(connection, own(`"order"`), ...person)
  const carts = await select(connection, own("cart"), ...person)
  keys.order = await select(
    connection,
    `SELECT x.id FROM "order" x
      WHERE (x.id = ANY(?) OR x.id IN (SELECT order_id FROM order_cart WHERE cart_id = ANY(?))) AND ${others}`,
    orders,
    carts,
    keys.customer
  )
  keys.cart = await select(
    connection,
    `SELECT x.id FROM cart x
      WHERE (x.id = ANY(?) OR x.id IN (SELECT cart_id FROM order_cart WHERE order_id = ANY(?)))
        AND NOT EXISTS (SELECT 1 FROM order_cart l WHERE l.cart_id = x.id AND NOT l.order_id = ANY(?))`,
    carts,
    keys.order,
    keys.order
  )
}

/** The e-mails nobody has come back with: what goes by the others may be the new account's. */
const unusedEmails = (connection: Connection, keys: Keys, known: Known): Promise<string[]> =>
  select(
    connection,
    `SELECT e.email AS id FROM unnest(?::text[]) AS e(email)
      WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE lower(c.email) = e.email AND NOT c.id = ANY(?))
        AND NOT EXISTS (SELECT 1 FROM provider_identity p WHERE lower(p.entity_id) = e.email AND p.created_at > ?::timestamptz)`,
    keys.email,
    keys.customer,
    endOf(known)
  )

/** Tables of optional modules that the key chain reads and this database has. */
const optionalTables = async (connection: Connection): Promise<ReadonlySet<string>> =>
  new Set(
    await select(
      connection,
      `SELECT name AS id FROM unnest(?::text[]) AS name WHERE to_regclass(quote_ident(name)) IS NOT NULL`,
      KEY_CHAIN.flatMap(([, , , table]) => table ?? [])
    )
  )

const follow = async (connection: Connection, keys: Keys): Promise<void> => {
  const present = await optionalTables(connection)
  for (const [key, sql, from, table] of KEY_CHAIN) {
    if (table !== undefined && !present.has(table)) continue
    keys[key] = await select(connection, sql, ...from.map((name) => keys[name]))
  }
}

export type Resolved = {
  person: Person
  keys: SubjectKeys
  /** Orders a guest made under the person's e-mail and nothing else confirms: staff must look. */
  uncertain: string[]
}

/** All ids of a person. `known` adds rows an earlier run knew and leaves out what came after it began. */
export const resolveSubject = async (
  connection: Connection,
  subject: Subject,
  known: Known = {}
): Promise<Resolved> => {
  const person = await findPerson(connection, subject, known)
  const keys = emptyKeys()
  keys.customer = [...new Set([...person.customers, ...(known.customers ?? [])])]
  keys.email = person.emails
  keys.order = [...(known.orders ?? []), ...(subject.confirmed_order_ids ?? [])]
  await findOrdersAndCarts(connection, keys, known)
  if (known.until) keys.email = await unusedEmails(connection, keys, known)
  const uncertain = await findUncertain(connection, keys, subject.confirmed_order_ids ?? [])
  const reduced = await without(connection, keys, uncertain)
  return { person, keys: reduced, uncertain }
}

/** The person's keys without some orders and all that hangs on them. */
export const without = async (
  connection: Connection,
  keys: SubjectKeys,
  left: readonly string[]
): Promise<SubjectKeys> => {
  const carts = await select(
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
  await follow(connection, rest)
  rest.orphan_address = await select(connection, ORPHANS, rest.cart)
  return rest
}

/** The same keys without replaced addresses that another visitor of the time may have typed: for showing them. */
export const onlyCertain = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<SubjectKeys> => ({
  ...keys,
  orphan_address: await select(connection, CERTAIN_ORPHANS, keys.orphan_address, keys.cart),
})
