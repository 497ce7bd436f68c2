import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Purchase } from "../../../modules/consent/record-purchase"
import { notFound } from "../../../shared/errors"
import { postgres, selectRows } from "../../../shared/postgres"

type Row = Omit<Purchase, "placed_at"> & { placed_at: Date }

const PURCHASE = `
  SELECT o.id AS order_id, o.customer_id, lower(o.email) AS email, o.locale, o.created_at AS placed_at, (
      SELECT l.cart_id FROM order_cart l WHERE l.order_id = o.id AND l.deleted_at IS NULL LIMIT 1
    ) AS cart_id
  FROM "order" o WHERE o.id = ? AND o.deleted_at IS NULL AND NOT o.is_draft_order`

/** Reads the purchase from the order. Throws not_found for an unknown order or one that is still a draft. */
export const gatherPurchase = async (
  container: MedusaContainer,
  orderId: string
): Promise<Purchase> => {
  const [row] = await selectRows<Row>(postgres(container), PURCHASE, [orderId])
  if (!row) throw notFound("The order was not found.")
  return { ...row, placed_at: row.placed_at.toISOString() }
}

export const dkGatherPurchaseStep = createStep(
  "dk-gather-purchase",
  async ({ order_id }: { order_id: string }, { container }) =>
    new StepResponse(await gatherPurchase(container, order_id))
)
