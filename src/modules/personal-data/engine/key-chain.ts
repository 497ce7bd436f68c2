import type { Knex } from "../../../shared/postgres"
import { apartInStatement } from "../domain/live-rows"
import { bindKeys } from "../domain/statements"
import type { SubjectKey } from "../domain/table-map"
import { selectIds } from "./find-person"
import type { Keys } from "./find-person"

/** A key, its statement, the keys it is found by, and a table of an optional module without which there are none. */
type Link = readonly [key: SubjectKey, sql: string, from: readonly SubjectKey[], table?: string]

/** Each line may use the keys of those above it. */
const KEY_CHAIN: readonly Link[] = [
  [
    "cart_address",
    `SELECT unnest(ARRAY[shipping_address_id, billing_address_id]) AS id FROM cart WHERE id = ANY(?) UNION SELECT id FROM cart_address WHERE customer_id = ANY(?)`,
    ["cart", "customer"],
  ],
  [
    "order_address",
    `SELECT unnest(ARRAY[shipping_address_id, billing_address_id]) AS id FROM "order" WHERE id = ANY(?) UNION SELECT details->'old'->>'id' FROM order_change_action WHERE order_id = ANY(?) UNION SELECT details->'new'->>'id' FROM order_change_action WHERE order_id = ANY(?)`,
    ["order", "order", "order"],
  ],
  [
    "payment_collection",
    `SELECT payment_collection_id AS id FROM order_payment_collection WHERE order_id = ANY(?) UNION SELECT payment_collection_id FROM cart_payment_collection WHERE cart_id = ANY(?)`,
    ["order", "cart"],
  ],
  [
    "payment_session",
    `SELECT id FROM payment_session WHERE payment_collection_id = ANY(?)`,
    ["payment_collection"],
  ],
  [
    "payment",
    `SELECT id FROM payment WHERE payment_collection_id = ANY(?)`,
    ["payment_collection"],
  ],
  ["cart_line_item", `SELECT id FROM cart_line_item WHERE cart_id = ANY(?)`, ["cart"]],
  ["cart_shipping_method", `SELECT id FROM cart_shipping_method WHERE cart_id = ANY(?)`, ["cart"]],
  [
    "order_line_item",
    `SELECT DISTINCT item_id AS id FROM order_item WHERE order_id = ANY(?)`,
    ["order"],
  ],
  [
    "order_shipping_method",
    `SELECT DISTINCT shipping_method_id AS id FROM order_shipping WHERE order_id = ANY(?)`,
    ["order"],
  ],
  ["order_change", `SELECT id FROM order_change WHERE order_id = ANY(?)`, ["order"]],
  ["return", `SELECT id FROM "return" WHERE order_id = ANY(?)`, ["order"]],
  ["claim", `SELECT id FROM order_claim WHERE order_id = ANY(?)`, ["order"]],
  ["claim_item", `SELECT id FROM order_claim_item WHERE claim_id = ANY(?)`, ["claim"]],
  ["exchange", `SELECT id FROM order_exchange WHERE order_id = ANY(?)`, ["order"]],
  [
    "fulfillment",
    `SELECT fulfillment_id AS id FROM order_fulfillment WHERE order_id = ANY(?) UNION SELECT fulfillment_id FROM return_fulfillment WHERE return_id = ANY(?)`,
    ["order", "return"],
  ],
  [
    "fulfillment_address",
    `SELECT delivery_address_id AS id FROM fulfillment WHERE id = ANY(?)`,
    ["fulfillment"],
  ],
  [
    "auth_identity",
    `SELECT id FROM auth_identity WHERE app_metadata->>'customer_id' = ANY(?) AND app_metadata->>'user_id' IS NULL UNION SELECT a.id FROM auth_identity a JOIN provider_identity p ON p.auth_identity_id = a.id WHERE lower(p.entity_id) = ANY(?) AND coalesce(a.app_metadata, '{}') = '{}'`,
    ["customer", "email"],
  ],
  [
    "account_holder",
    `SELECT account_holder_id AS id FROM customer_account_holder WHERE customer_id = ANY(?) UNION SELECT id FROM account_holder WHERE lower(email) = ANY(?)`,
    ["customer", "email"],
  ],
  [
    "store_credit_account",
    `SELECT id FROM store_credit_account WHERE customer_id = ANY(?)`,
    ["customer"],
    "store_credit_account",
  ],
  [
    // Bought or redeemed by the person; one that pays their order may be a present that somebody else bought.
    "gift_card",
    `SELECT id FROM loyalty_gift_card WHERE line_item_id = ANY(?)
      UNION SELECT gift_card_id FROM loyalty_gift_card_store_credit_store_credit_account WHERE store_credit_account_id = ANY(?)
      UNION SELECT g.id FROM loyalty_gift_card g JOIN order_order_loyalty_gift_card l ON l.gift_card_id = g.id WHERE g.line_item_id IS NULL AND l.order_id = ANY(?)`,
    ["order_line_item", "store_credit_account", "order"],
    "loyalty_gift_card",
  ],
  ["user", `SELECT id FROM "user" WHERE lower(email) = ANY(?)`, ["email"]],
]

/** Tables of optional modules that the chain reads and this database has. */
const optionalTables = async (connection: Knex | Knex.Transaction): Promise<Set<string>> =>
  new Set(
    await selectIds(
      connection,
      `SELECT name AS id FROM unnest(?::text[]) AS name WHERE to_regclass(quote_ident(name)) IS NOT NULL`,
      KEY_CHAIN.flatMap(([, , , table]) => table ?? [])
    )
  )

/** Follows customers, orders and carts to the ids of all that hangs on them. */
export const followKeys = async (
  connection: Knex | Knex.Transaction,
  keys: Keys
): Promise<void> => {
  const present = await optionalTables(connection)
  for (const [key, sql, from, table] of KEY_CHAIN) {
    if (table !== undefined && !present.has(table)) continue
    const names = [...from]
    const named = sql.replace(/\?/g, () => `:${names.shift() ?? ""}`)
    const statement = bindKeys(apartInStatement(named), keys)
    keys[key] = await selectIds(connection, statement.sql, ...statement.bindings)
  }
}

/** A replaced address is older than the one that replaced it; without one, than the last change of the cart. */
const REPLACED_UNTIL = `CASE WHEN c.shipping_address_id IS NULL OR c.billing_address_id IS NULL THEN c.updated_at
    ELSE (SELECT max(n.created_at) FROM cart_address n WHERE n.id IN (c.shipping_address_id, c.billing_address_id)) END`

/** Looked up for each row: the planner takes the few rows for many and would read every cart for NOT EXISTS. */
export const isUnused = (column: string): string =>
  ["IS NULL", "IS NOT NULL"]
    .map(
      (deleted) =>
        `(SELECT x.id FROM cart x WHERE x.${column} = a.id AND x.deleted_at ${deleted} LIMIT 1) IS NULL`
    )
    .join(" AND ")

const SAME_WORDS = `(a.first_name, a.last_name, a.address_1, a.postal_code)
      IS NOT DISTINCT FROM (n.first_name, n.last_name, n.address_1, n.postal_code)`

/**
 * Address rows that a cart replaced: nothing refers to them, so only the time they were made says whose they are. And those
 * with the words of the cart's own, made within the hour before: of a cart that Medusa began and took back. Ten minutes
 * more are for machines whose clocks differ.
 * First the few of the time, then those nobody refers to: the other way round reads every cart for every address.
 */
export const ORPHANS = `WITH own AS MATERIALIZED (
    SELECT c.created_at, ${REPLACED_UNTIL} AS until, ARRAY[c.shipping_address_id, c.billing_address_id] AS addresses
      FROM cart c WHERE c.id = ANY(?)),
  made AS MATERIALIZED (
    SELECT a.id FROM own JOIN cart_address a ON a.created_at BETWEEN own.created_at - interval '1 second' AND own.until
     WHERE a.customer_id IS NULL
    UNION SELECT a.id FROM own JOIN cart_address n ON n.id = ANY(own.addresses)
      JOIN cart_address a ON a.created_at BETWEEN own.created_at - interval '1 hour' AND own.created_at + interval '10 minutes'
        AND ${SAME_WORDS}
     WHERE a.customer_id IS NULL)
  SELECT a.id FROM made a WHERE ${isUnused("shipping_address_id")} AND ${isUnused("billing_address_id")}`

/** Those that no other cart of the time can have replaced, so they are certainly the person's. */
export const CERTAIN_ORPHANS = `SELECT a.id FROM cart_address a WHERE a.id = ANY(?)
    AND NOT EXISTS (SELECT 1 FROM cart c WHERE NOT c.id = ANY(?) AND a.created_at BETWEEN c.created_at - interval '1 second' AND c.updated_at)`
