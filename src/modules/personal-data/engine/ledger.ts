import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import type { Assessment } from "./assess"
import type { ErasureRow } from "./erasure-row"

const TABLE = "dk_personal_data_ledger"

const NEW_IDS = (column: string): string =>
  `ARRAY(SELECT unnest(?::text[]) EXCEPT SELECT unnest(${column}) FROM ${TABLE} WHERE erasure_id = ?)`

/**
 * Writes down what an erasure is about to erase, before it does: after a restored backup it says what to erase again.
 * Rows are never changed, so ids that came later get a row of their own; without new ids nothing is written. The
 * caller holds the lock of erasures.
 */
export const recordInLedger = async (
  transaction: Knex.Transaction,
  erasure: ErasureRow,
  { keys, blocked }: Assessment
): Promise<void> => {
  const customers = [...new Set([...erasure.customer_ids, ...keys.customer])]
  // What waits is erased by a later run of the same erasure.
  const orders = [...new Set([...keys.order, ...blocked.map(({ id }) => id)])]
  await transaction.raw(
    `INSERT INTO ${TABLE} (id, erasure_id, customer_ids, order_ids)
     SELECT ?::text, ?::text, n.customers, n.orders
       FROM (SELECT ${NEW_IDS("customer_ids")} AS customers, ${NEW_IDS("order_ids")} AS orders) n
      WHERE cardinality(n.customers) + cardinality(n.orders) > 0
         OR NOT EXISTS (SELECT 1 FROM ${TABLE} WHERE erasure_id = ?)`,
    [
      ...[generateEntityId(undefined, "dkledg"), erasure.id],
      ...[customers, erasure.id, orders, erasure.id, erasure.id],
    ]
  )
}
