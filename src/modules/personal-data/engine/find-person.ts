import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { emailForms } from "../domain/email-forms"
import { isErasedAddress } from "../domain/erased-address"
import type { SubjectKey } from "../domain/table-map"

type Connection = Knex | Knex.Transaction
export type Keys = Record<SubjectKey, string[]>

export type Person = {
  customers: string[]
  emails: string[]
  /** The account's name, for the dialog; null when there is none. */
  name: string | null
  /** One of the customers is an account. */
  hasAccount: boolean
}

/** Ids that a statement selects as `id`. */
export const selectIds = async (
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

/** Every customer row of the person: soft-deleted ones, guests and accounts with the same e-mail in any case. */
export const findPerson = async (
  connection: Connection,
  ids: readonly string[],
  email: string | readonly string[] | undefined,
  until: string
): Promise<Person> => {
  const given = email === undefined ? [] : [email].flat()
  const known = await selectIds(
    connection,
    "SELECT email AS id FROM customer WHERE id = ANY(?)",
    ids
  )
  const asked = [...given, ...known].flatMap(emailForms)
  const rows = await selectRows<{
    id: string
    email: string | null
    name: string | null
    has_account: boolean
  }>(
    connection,
    `WITH asked AS (
       SELECT lower(email) AS email FROM customer WHERE id = ANY(?) UNION SELECT unnest(?::text[])),
     found AS (
       SELECT id FROM customer WHERE id = ANY(?)
       UNION SELECT id FROM customer WHERE created_at <= ?::timestamptz
         AND lower(email) = ANY(ARRAY(SELECT email FROM asked WHERE email NOT LIKE '%@invalid.invalid')))
     SELECT c.id, lower(c.email) AS email, c.has_account,
            nullif(concat_ws(' ', nullif(c.first_name, ''), nullif(c.last_name, '')), '') AS name
       FROM customer c JOIN found USING (id)
      ORDER BY c.has_account DESC, c.created_at`,
    [[...ids], asked, [...ids], until]
  )
  const written = [...given, ...rows.map((row) => row.email)]
  const emails = written.flatMap((value) => (typeof value === "string" ? emailForms(value) : []))
  return {
    customers: rows.map(({ id }) => id),
    emails: [...new Set(emails)].filter((value) => !isErasedAddress(value)),
    name: rows.find(({ name }) => name !== null)?.name ?? null,
    hasAccount: rows.some((row) => row.has_account),
  }
}

/** Nobody's account but perhaps one of the person's customers. */
const OTHERS = `(x.customer_id IS NULL OR x.customer_id = ANY(?) OR NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = x.customer_id AND c.has_account))`

/** One part for each index: those on ids cover live rows only. */
const ownRows = (table: string): string => `
  SELECT x.id FROM ${table} x WHERE x.customer_id = ANY(?) AND x.deleted_at IS NULL AND x.created_at <= ?::timestamptz
  UNION SELECT x.id FROM ${table} x WHERE x.customer_id = ANY(?) AND x.deleted_at IS NOT NULL AND x.created_at <= ?::timestamptz
  UNION SELECT x.id FROM ${table} x WHERE lower(x.email) = ANY(?) AND x.created_at <= ?::timestamptz AND ${OTHERS}
  UNION SELECT x.id FROM ${table} x WHERE x.id = ANY(?) AND ${OTHERS}`

/**
 * Orders and carts by customer, e-mail or each other. Medusa ties a guest who types a registered e-mail to that
 * account; an order made on another account, or transferred to one, is that account's with its cart, even when it
 * names this person's e-mail. An order that Medusa took back is nobody's: of it only the deleted link is left.
 *
 * @param until rows found by e-mail are older
 * @param latest rows found by customer or cart are older; those that `keys` names already are found whatever their age
 */
export const findOrdersAndCarts = async (
  connection: Connection,
  keys: Keys,
  until: string,
  latest = "infinity"
): Promise<void> => {
  const { customer, email, order: named } = keys
  const own = (table: string) =>
    selectIds(
      connection,
      ownRows(table),
      ...[customer, latest, customer, latest, email, until, customer, named, customer]
    )
  const orders = await own(`"order"`)
  const carts = await own("cart")
  keys.order = await selectIds(
    connection,
    `SELECT x.id FROM "order" x
      WHERE x.id = ANY(ARRAY(SELECT unnest(?::text[]) 
          UNION SELECT order_id FROM order_cart WHERE deleted_at IS NULL AND cart_id = ANY(?)
          UNION SELECT order_id FROM order_cart WHERE deleted_at IS NOT NULL AND cart_id = ANY(?))) AND ${OTHERS}
        AND (x.created_at <= ?::timestamptz OR x.id = ANY(?))`,
    orders,
    carts,
    carts,
    customer,
    latest,
    named
  )
  keys.cart = await selectIds(
    connection,
    `SELECT x.id FROM cart x
      WHERE x.id = ANY(ARRAY(SELECT unnest(?::text[]) UNION SELECT cart_id FROM order_cart WHERE order_id = ANY(?)))
        AND NOT EXISTS (SELECT 1 FROM order_cart l WHERE l.cart_id = x.id AND l.deleted_at IS NULL AND NOT l.order_id = ANY(?))
        AND NOT EXISTS (SELECT 1 FROM order_cart l JOIN "order" o ON o.id = l.order_id
          WHERE l.cart_id = x.id AND l.deleted_at IS NOT NULL AND NOT l.order_id = ANY(?))`,
    carts,
    keys.order,
    keys.order,
    keys.order
  )
}

/** An order or cart of later. */
const USED_IN = (table: string): string =>
  `EXISTS (SELECT 1 FROM ${table} x WHERE lower(x.email) = e.email AND x.created_at > ?::timestamptz AND NOT x.id = ANY(?))`

/**
 * The e-mails nobody has come back with: what goes by the others may be the new account's.
 *
 * @param isRestored asks orders and carts too, which a restored account may have made
 */
export const unusedEmails = (
  connection: Connection,
  { email, customer, order, cart }: Keys,
  until: string,
  isRestored = false
): Promise<string[]> =>
  selectIds(
    connection,
    `SELECT e.email AS id FROM unnest(?::text[]) AS e(email)
      WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE lower(c.email) = e.email AND NOT c.id = ANY(?))
        AND NOT EXISTS (SELECT 1 FROM provider_identity p WHERE lower(p.entity_id) = e.email AND p.created_at > ?::timestamptz)
        ${isRestored ? `AND NOT ${USED_IN(`"order"`)} AND NOT ${USED_IN("cart")}` : ""}`,
    ...[email, customer, until, ...(isRestored ? [until, order, until, cart] : [])]
  )
