import type { MedusaContainer } from "@medusajs/framework/types"
import { notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/**
 * Makes sure that an order is there.
 *
 * @param kind `draft` accepts only an order that is still a draft; `any` both
 * @throws MedusaError not_found
 */
export const requireOrder = async (
  container: MedusaContainer,
  orderId: string,
  kind: "any" | "draft" = "any",
  connection: Knex | Knex.Transaction = postgres(container)
): Promise<void> => {
  const [order] = await selectRows<{ is_draft_order: boolean }>(
    connection,
    `SELECT is_draft_order FROM "order" WHERE id = ? AND deleted_at IS NULL`,
    [orderId]
  )
  if (!order) throw notFound("The order was not found.")
  if (kind === "draft" && !order.is_draft_order) throw notFound("The draft order was not found.")
}
