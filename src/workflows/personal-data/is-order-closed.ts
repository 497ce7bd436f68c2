import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"

/**
 * True for an order whose buyer was erased: what is left of it is kept for bookkeeping, restricted, and
 * no longer shown to whoever knows its id.
 */
export const isOrderClosed = async (
  container: MedusaContainer,
  orderId: string
): Promise<boolean> => {
  const rows = await selectRows(
    postgres(container),
    `SELECT 1 FROM "order" WHERE id = ? AND customer_id IS NULL
     UNION ALL SELECT 1 FROM dk_personal_data_restriction WHERE order_id = ? AND released_at IS NULL`,
    [orderId, orderId]
  )
  return rows.length > 0
}
