import { invalidField } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { foldName, foldNameSql } from "../domain/person-names"
import { isSold } from "../domain/sold-cart"
import { isPhone, lastDigitsSql, readPhone } from "../domain/phone-numbers"
import { registeredDocumentNumbers } from "../registry"
import { selectIds } from "./find-person"
import type { SelectionWay } from "./selection-row"

type Connection = Knex | Knex.Transaction

/** What a letter or call named: exactly one way. */
export type SelectionQuery =
  | { way: "order_number"; number: string }
  | { way: "invoice_number"; number: string }
  | { way: "phone"; phone: string }
  | { way: "name_and_postal_code"; name: string; postalCode: string }

type FoundIds = { customers: string[]; orders: string[]; carts: string[] }

/** Addresses that match, by the table they stand in. */
type Addresses = { customer: string[]; order: string[]; cart: string[] }

const FIELDS: Record<SelectionWay, string> = {
  order_number: "order_number",
  invoice_number: "invoice_number",
  phone: "phone",
  name_and_postal_code: "name",
}

/** More rows than anybody can look through. */
const MOST_ROWS = 200
/** More than that is read of one kind only to say that it is too much. */
const LIMIT = 5000

const onlyOrders = (orders: string[]): FoundIds => ({ customers: [], orders, carts: [] })

const findByOrderNumber = async (connection: Connection, typed: string): Promise<FoundIds> => {
  const number = typed.replace(/^#\s*/, "").trim()
  const digits = /^\d{1,9}$/.test(number) ? number : "-1"
  return onlyOrders(
    await selectIds(
      connection,
      `SELECT id FROM "order" WHERE display_id = ?::int AND deleted_at IS NULL
       UNION SELECT id FROM "order" WHERE display_id = ?::int AND deleted_at IS NOT NULL
       UNION SELECT id FROM "order" WHERE custom_display_id = ?`,
      digits,
      digits,
      number
    )
  )
}

const findByInvoiceNumber = async (connection: Connection, typed: string): Promise<FoundIds> => {
  const orders = new Set<string>()
  for (const { sql } of registeredDocumentNumbers()) {
    const bindings: string[] = []
    const bound = sql.replace(/(?<!:):number\b/g, () => {
      bindings.push(typed.trim())
      return "?::text"
    })
    const rows = await selectRows<{ order_id: string }>(connection, bound, bindings)
    for (const { order_id } of rows) orders.add(order_id)
  }
  return onlyOrders([...orders])
}

/** The customers, orders and carts that addresses are of; a cart that became an order is its order. */
const ownersOf = async (
  connection: Connection,
  addresses: Addresses,
  customers: string[]
): Promise<FoundIds> => {
  const { customer, order, cart } = addresses
  const carts = `SELECT id FROM cart WHERE shipping_address_id = ANY(?) UNION SELECT id FROM cart WHERE billing_address_id = ANY(?)`
  return {
    customers: await selectIds(
      connection,
      `SELECT unnest(?::text[]) AS id UNION SELECT customer_id FROM customer_address WHERE id = ANY(?)
       UNION SELECT customer_id FROM cart_address WHERE id = ANY(?) AND customer_id IS NOT NULL`,
      customers,
      customer,
      cart
    ),
    orders: await selectIds(
      connection,
      `SELECT id FROM "order" WHERE shipping_address_id = ANY(?) UNION SELECT id FROM "order" WHERE billing_address_id = ANY(?)
       UNION SELECT order_id FROM order_cart WHERE cart_id IN (${carts})`,
      order,
      order,
      cart,
      cart
    ),
    carts: await selectIds(
      connection,
      `SELECT c.id FROM (${carts}) c WHERE NOT ${isSold("c.id")}`,
      cart,
      cart
    ),
  }
}

const TABLES = {
  customer: "customer_address",
  order: "order_address",
  cart: "cart_address",
} as const

const findInAddresses = async (find: (table: string) => Promise<string[]>): Promise<Addresses> => ({
  customer: await find(TABLES.customer),
  order: await find(TABLES.order),
  cart: await find(TABLES.cart),
})

const findByPhone = async (connection: Connection, typed: string): Promise<FoundIds> => {
  const phone = readPhone(typed)
  if (!phone) throw invalidField("phone", "invalid_phone", "this is no phone number.")
  const find = async (table: string): Promise<string[]> => {
    const country = table === "customer" ? "NULL" : "country_code"
    const rows = await selectRows<{ id: string; phone: string; country: string | null }>(
      connection,
      `SELECT id, phone, ${country} AS country FROM ${table} WHERE ${lastDigitsSql("phone")} = ANY(?) LIMIT ${LIMIT.toString()}`,
      [phone.endings]
    )
    return rows.filter((row) => isPhone(row.phone, phone, row.country)).map(({ id }) => id)
  }
  return ownersOf(connection, await findInAddresses(find), await find("customer"))
}

/** The words of a name that are typed and stored: one holds the other, in any order. */
const NAME_MATCHES = `(w.typed <@ w.stored OR w.typed <@ w.company OR (cardinality(w.stored) > 1 AND w.stored <@ w.typed))`

const findByName = async (
  connection: Connection,
  { name, postalCode }: { name: string; postalCode: string }
): Promise<FoundIds> => {
  const typed = foldName(name)
  if (typed === "") throw invalidField("name", "invalid_name", "type a first or last name.")
  const find = (table: string) =>
    selectIds(
      connection,
      `SELECT id FROM (
         SELECT a.id, string_to_array(?, ' ') AS typed,
                string_to_array(${foldNameSql("concat_ws(' ', a.first_name, a.last_name)")}, ' ') AS stored,
                string_to_array(${foldNameSql("a.company")}, ' ') AS company
           FROM ${table} a WHERE upper(replace(a.postal_code, ' ', '')) = ?) w
        WHERE ${NAME_MATCHES} LIMIT ${LIMIT.toString()}`,
      typed,
      postalCode.replace(/\s/g, "").replace(/^DK-?/i, "").toUpperCase()
    )
  return ownersOf(connection, await findInAddresses(find), [])
}

const find = (connection: Connection, query: SelectionQuery): Promise<FoundIds> => {
  switch (query.way) {
    case "order_number":
      return findByOrderNumber(connection, query.number)
    case "invoice_number":
      return findByInvoiceNumber(connection, query.number)
    case "phone":
      return findByPhone(connection, query.phone)
    case "name_and_postal_code":
      return findByName(connection, query)
  }
}

/**
 * Customers, orders and carts that a number, a phone or a name with a postal code may mean.
 *
 * @throws invalid_data naming the field, `too_many_rows` for more than 200
 */
export const findRows = async (
  connection: Connection,
  query: SelectionQuery
): Promise<FoundIds> => {
  const found = await find(connection, query)
  const rows = found.customers.length + found.orders.length + found.carts.length
  if (rows > MOST_ROWS) {
    throw invalidField(
      FIELDS[query.way],
      "too_many_rows",
      `this fits ${rows.toString()} rows. Narrow it down, such as by an order number.`
    )
  }
  return found
}
