import type { Client } from "@medusajs/framework/pg"
import { BATCH } from "../../src/modules/personal-data/engine/sweep/batch"

const nothing = (...columns: string[]): string =>
  columns.map((column) => `${column} = NULL`).join(", ")

const ADDRESS = nothing(
  ...["customer_id", "company", "first_name", "last_name", "address_1", "address_2", "city"],
  ...["country_code", "province", "postal_code", "phone", "metadata"]
)

/** An address of a parcel is no customer's. */
const PARCEL_ADDRESS = ADDRESS.replace("customer_id = NULL, ", "")

const MAIL = "email = 'erased+' || id || '@invalid.invalid', customer_id = NULL, locale = NULL"

/** One kind of rows: which are next, and what is done to them. `$1` are the ids of a batch. */
type Part = { next: string; statements: readonly string[] }

const CARTS_OF_ORDERS = "SELECT cart_id FROM order_cart WHERE order_id = ANY($1)"
const COLLECTIONS =
  "SELECT payment_collection_id FROM order_payment_collection WHERE order_id = ANY($1)"
const PARCELS = "SELECT fulfillment_id FROM order_fulfillment WHERE order_id = ANY($1)"

const addressesOf = (table: string, ids: string): string =>
  `SELECT unnest(ARRAY[shipping_address_id, billing_address_id]) FROM ${table} WHERE id IN (${ids})`

const BATCHED = (table: string, condition: string): string =>
  `SELECT id FROM ${table} t WHERE id > $1 AND ${condition} ORDER BY id LIMIT ${BATCH.toString()}`

const ORDERS: Part = {
  next: BATCHED('"order"', "email NOT LIKE 'erased+%'"),
  statements: [
    `UPDATE order_address SET ${ADDRESS} WHERE id IN (${addressesOf('"order"', "SELECT unnest($1::text[])")})`,
    `UPDATE cart_address SET ${ADDRESS} WHERE id IN (${addressesOf("cart", CARTS_OF_ORDERS)})`,
    `UPDATE cart SET ${MAIL} WHERE id IN (${CARTS_OF_ORDERS})`,
    `UPDATE cart_shipping_method SET data = NULL WHERE cart_id IN (${CARTS_OF_ORDERS})`,
    `UPDATE order_shipping_method SET data = NULL WHERE id IN (SELECT shipping_method_id FROM order_shipping WHERE order_id = ANY($1))`,
    `UPDATE payment_session SET data = '{}', context = '{}' WHERE payment_collection_id IN (${COLLECTIONS})`,
    `UPDATE payment SET data = '{}' WHERE payment_collection_id IN (${COLLECTIONS}) AND data <> '{}'`,
    `UPDATE fulfillment_address SET ${PARCEL_ADDRESS} WHERE id IN (SELECT delivery_address_id FROM fulfillment WHERE id IN (${PARCELS}))`,
    `UPDATE fulfillment SET data = NULL WHERE id IN (${PARCELS})`,
    `UPDATE fulfillment_label SET tracking_number = '', tracking_url = '' WHERE fulfillment_id IN (${PARCELS})`,
    `UPDATE cart_line_item SET metadata = NULL WHERE cart_id IN (${CARTS_OF_ORDERS})`,
    `UPDATE order_item SET metadata = NULL WHERE order_id = ANY($1)`,
    `UPDATE order_line_item SET metadata = NULL WHERE id IN (SELECT item_id FROM order_item WHERE order_id = ANY($1))`,
    `UPDATE "order" SET ${MAIL} WHERE id = ANY($1)`,
  ],
}

const CARTS: Part = {
  next: BATCHED(
    "cart",
    "email NOT LIKE 'erased+%' AND NOT EXISTS (SELECT 1 FROM order_cart l WHERE l.cart_id = t.id)"
  ),
  statements: [
    `UPDATE cart_address SET ${ADDRESS} WHERE id IN (${addressesOf("cart", "SELECT unnest($1::text[])")})`,
    `UPDATE cart_shipping_method SET data = NULL WHERE cart_id = ANY($1)`,
    `UPDATE payment_session SET data = '{}', context = '{}' WHERE payment_collection_id IN (SELECT payment_collection_id FROM cart_payment_collection WHERE cart_id = ANY($1))`,
    `UPDATE cart_line_item SET metadata = NULL WHERE cart_id = ANY($1)`,
    `UPDATE cart SET ${MAIL}, deleted_at = now() WHERE id = ANY($1)`,
  ],
}

const PERSON = nothing("company_name", "first_name", "last_name", "email", "phone", "metadata")
const LOGINS = "SELECT id FROM auth_identity WHERE app_metadata->>'customer_id' = ANY($1)"

const CUSTOMERS: Part = {
  next: BATCHED("customer", "email IS NOT NULL"),
  statements: [
    `DELETE FROM account_holder WHERE email IN (SELECT email FROM customer WHERE id = ANY($1))`,
    `DELETE FROM provider_identity WHERE auth_identity_id IN (${LOGINS})`,
    `DELETE FROM auth_identity WHERE app_metadata->>'customer_id' = ANY($1)`,
    `DELETE FROM customer_address WHERE customer_id = ANY($1)`,
    `DELETE FROM dk_personal_data_account_visit WHERE id = ANY($1)`,
    `INSERT INTO dk_personal_data_erased_actor (id, erasure_id) SELECT unnest($1::text[]), 'plain'`,
    `UPDATE customer SET ${PERSON}, has_account = false, deleted_at = now() WHERE id = ANY($1)`,
  ],
}

const NOTIFICATIONS: Part = {
  next: BATCHED("notification", "channel = 'email'"),
  statements: ["DELETE FROM notification WHERE id = ANY($1)"],
}

const EXECUTIONS: Part = {
  next: BATCHED("workflow_execution", "true"),
  statements: ["DELETE FROM workflow_execution WHERE id = ANY($1)"],
}

const ORPHANS: Part = {
  next: BATCHED("cart_address", "last_name IS NOT NULL"),
  statements: [`UPDATE cart_address SET ${ADDRESS} WHERE id = ANY($1)`],
}

const PARTS: readonly Part[] = [EXECUTIONS, NOTIFICATIONS, CARTS, ORDERS, CUSTOMERS, ORPHANS]

/**
 * The same rows as a sweep touches, by SQL that somebody who knows this shop would write: no rule is asked, nothing is
 * waited for. Each call is one batch, in one transaction.
 *
 * @returns a function that does the next batch; false at the end
 */
export const plainSweep = (client: Client): (() => Promise<boolean>) => {
  let place = { part: 0, after: "" }
  return async () => {
    for (;;) {
      const part = PARTS[place.part]
      if (!part) return false
      await client.query("BEGIN")
      const { rows } = await client.query<{ id: string }>(part.next, [place.after])
      const ids = rows.map(({ id }) => id)
      if (ids.length > 0) {
        for (const statement of part.statements) await client.query(statement, [ids])
      }
      await client.query("COMMIT")
      place =
        ids.length > 0 ? { ...place, after: ids.at(-1) ?? "" } : { part: place.part + 1, after: "" }
      if (ids.length > 0) return true
    }
  }
}
