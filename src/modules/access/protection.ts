import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../shared/postgres"
import { selectRows } from "../../shared/postgres"
import type { AddressProtection } from "../../types/http"
import type { PersonKeys } from "./domain/mask-addresses"

type Connection = Knex | Knex.Transaction

/** Whose address is protected. An order reads its own row, its cart's and its customer's; nothing is copied. */
export type ProtectionOwner = { customer_id: string } | { cart_id: string } | { order_id: string }

type Row = Omit<AddressProtection, "declared_at"> & { declared_at: Date }

const IN_FORCE = "p.lifted_at IS NULL AND p.deleted_at IS NULL"

const COLUMNS = `p.source, p.declared_at, CASE WHEN p.order_id IS NOT NULL THEN 'order' WHEN p.cart_id IS NOT NULL THEN 'cart' ELSE 'customer' END AS through`

/** SQL that is true for an order `o` whose address is protected; each part is one look into an index. */
export const IS_PROTECTED_ORDER = `(EXISTS (SELECT 1 FROM dk_access_protection p WHERE ${IN_FORCE} AND p.order_id = o.id)
  OR EXISTS (SELECT 1 FROM dk_access_protection p WHERE ${IN_FORCE} AND p.customer_id = o.customer_id)
  OR EXISTS (SELECT 1 FROM dk_personal_data_restriction r JOIN dk_personal_data_erasure e ON e.id = r.erasure_id
              JOIN dk_access_protection p ON p.customer_id = ANY(e.customer_ids) AND ${IN_FORCE} WHERE r.order_id = o.id)
  OR EXISTS (SELECT 1 FROM order_cart l JOIN dk_access_protection p ON p.cart_id = l.cart_id AND ${IN_FORCE}
              WHERE l.order_id = o.id AND l.deleted_at IS NULL))`

const IS_PROTECTED_CART = `EXISTS (SELECT 1 FROM dk_access_protection p WHERE ${IN_FORCE} AND (p.cart_id = c.id OR p.customer_id = c.customer_id))`

const OF_CUSTOMERS = `SELECT p.customer_id AS id FROM dk_access_protection p WHERE ${IN_FORCE} AND p.customer_id = ANY(:customers)`

const OF_ORDERS = `SELECT o.id FROM "order" o WHERE o.id = ANY(:orders) AND ${IS_PROTECTED_ORDER}`

const OF_CARTS = `SELECT c.id FROM cart c WHERE c.id = ANY(:carts) AND ${IS_PROTECTED_CART}`

const OF_ADDRESSES = `
  SELECT a.id FROM customer_address a JOIN dk_access_protection p ON p.customer_id = a.customer_id AND ${IN_FORCE} WHERE a.id = ANY(:addresses)
  UNION SELECT o.shipping_address_id FROM "order" o WHERE o.shipping_address_id = ANY(:addresses) AND ${IS_PROTECTED_ORDER}
  UNION SELECT o.billing_address_id FROM "order" o WHERE o.billing_address_id = ANY(:addresses) AND ${IS_PROTECTED_ORDER}
  UNION SELECT c.shipping_address_id FROM cart c WHERE c.shipping_address_id = ANY(:addresses) AND ${IS_PROTECTED_CART}
  UNION SELECT c.billing_address_id FROM cart c WHERE c.billing_address_id = ANY(:addresses) AND ${IS_PROTECTED_CART}
  UNION SELECT unnest(ARRAY[f.id, f.delivery_address_id]) FROM fulfillment f JOIN order_fulfillment l ON l.fulfillment_id = f.id JOIN "order" o ON o.id = l.order_id
   WHERE (f.id = ANY(:addresses) OR f.delivery_address_id = ANY(:addresses)) AND ${IS_PROTECTED_ORDER}`

/**
 * Those of the ids whose person's address is protected, customers, orders, carts and addresses alike. One query, which asks
 * only of the kinds that are there: Postgres takes longer to plan all of them than to answer.
 */
export const findProtected = async (
  connection: Connection,
  { customerIds, orderIds, cartIds, addressIds }: PersonKeys
): Promise<ReadonlySet<string>> => {
  const kinds: [sql: string, name: string, ids: string[]][] = [
    [OF_CUSTOMERS, "customers", customerIds],
    [OF_ORDERS, "orders", orderIds],
    [OF_CARTS, "carts", cartIds],
    [OF_ADDRESSES, "addresses", addressIds],
  ]
  const asked = kinds.filter(([, , ids]) => ids.length > 0)
  if (asked.length === 0) return new Set()
  const rows = await selectRows<{ id: string }>(
    connection,
    asked.map(([sql]) => sql).join(" UNION "),
    Object.fromEntries(asked.map(([, name, ids]) => [name, ids]))
  )
  return new Set(rows.map(({ id }) => id))
}

/** SQL with a row as soon as anybody at all has asked for it. */
export const ANYBODY_PROTECTED = `SELECT 1 FROM dk_access_protection p WHERE ${IN_FORCE} LIMIT 1`

/** Whether anybody at all has asked for it. */
export const isAnybodyProtected = async (connection: Connection): Promise<boolean> =>
  (await selectRows(connection, ANYBODY_PROTECTED)).length > 0

const ownerColumn = (owner: ProtectionOwner): [column: string, id: string] => {
  if ("customer_id" in owner) return ["customer_id", owner.customer_id]
  if ("cart_id" in owner) return ["cart_id", owner.cart_id]
  return ["order_id", owner.order_id]
}

const toProtection = (row: Row | undefined): AddressProtection | null =>
  row ? { ...row, declared_at: row.declared_at.toISOString() } : null

/** The word given on this customer, cart or order itself; null when there is none. */
export const readProtection = async (
  connection: Connection,
  owner: ProtectionOwner
): Promise<AddressProtection | null> => {
  const [column, id] = ownerColumn(owner)
  const [row] = await selectRows<Row>(
    connection,
    `SELECT ${COLUMNS} FROM dk_access_protection p WHERE ${IN_FORCE} AND p.${column} = ?`,
    [id]
  )
  return toProtection(row)
}

/** What protects an order's address: the account's word before its own and its cart's. */
export const readProtectionOfOrder = async (
  connection: Connection,
  orderId: string
): Promise<AddressProtection | null> => {
  const [row] = await selectRows<Row>(
    connection,
    `SELECT ${COLUMNS} FROM "order" o JOIN dk_access_protection p ON ${IN_FORCE} AND (p.order_id = o.id OR p.customer_id = o.customer_id
         OR p.cart_id IN (SELECT l.cart_id FROM order_cart l WHERE l.order_id = o.id AND l.deleted_at IS NULL))
      WHERE o.id = ? ORDER BY p.customer_id IS NULL, p.declared_at LIMIT 1`,
    [orderId]
  )
  return toProtection(row)
}

type Word = { source: AddressProtection["source"]; by: string | null; now: Date }

/** Records the person's word; said again it changes nothing. */
export const declareProtection = async (
  connection: Connection,
  owner: ProtectionOwner,
  { source, by, now }: Word
): Promise<AddressProtection | null> => {
  const [column, id] = ownerColumn(owner)
  await selectRows(
    connection,
    `INSERT INTO dk_access_protection (id, ${column}, source, declared_at, declared_by) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    [generateEntityId(undefined, "dkprot"), id, source, now, by]
  )
  return readProtection(connection, owner)
}

/** Ends it on the person's word; that it was in force stays recorded. */
export const liftProtection = async (
  connection: Connection,
  owner: ProtectionOwner,
  { source, by, now }: Word
): Promise<void> => {
  const [column, id] = ownerColumn(owner)
  await selectRows(
    connection,
    `UPDATE dk_access_protection p SET lifted_at = ?, lifted_source = ?, lifted_by = ?, updated_at = ? WHERE ${IN_FORCE} AND p.${column} = ?`,
    [now, source, by, now, id]
  )
}

/** Ends what protects an order alone: its own word and its cart's, in one statement. */
export const liftProtectionOfOrder = async (
  connection: Connection,
  orderId: string,
  { source, by, now }: Word
): Promise<void> => {
  await selectRows(
    connection,
    `UPDATE dk_access_protection p SET lifted_at = ?, lifted_source = ?, lifted_by = ?, updated_at = ?
      WHERE ${IN_FORCE} AND (p.order_id = ? OR p.cart_id IN (SELECT l.cart_id FROM order_cart l WHERE l.order_id = ? AND l.deleted_at IS NULL))`,
    [now, source, by, now, orderId, orderId]
  )
}
