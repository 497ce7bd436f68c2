import { invalidField } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Person } from "./resolve"

/**
 * Checks that orders and carts staff confirmed can be the person's: each exists, and none is another account's.
 *
 * @throws invalid_data `confirmed_order_ids`
 */
export const refuseForeignOrders = async (
  connection: Knex | Knex.Transaction,
  { customers }: Person,
  orderIds: readonly string[] = []
): Promise<void> => {
  const foreign = await selectRows(
    connection,
    `SELECT 1 FROM unnest(?::text[]) AS asked(id)
       LEFT JOIN (SELECT id, customer_id FROM "order" UNION ALL SELECT id, customer_id FROM cart) o ON o.id = asked.id
      WHERE o.id IS NULL OR (NOT o.customer_id = ANY(?)
        AND EXISTS (SELECT 1 FROM customer c WHERE c.id = o.customer_id AND c.has_account)) LIMIT 1`,
    [[...orderIds], [...customers]]
  )
  if (foreign.length > 0) {
    throw invalidField(
      "confirmed_order_ids",
      "order_not_theirs",
      "an order or cart does not exist or belongs to another account."
    )
  }
}
