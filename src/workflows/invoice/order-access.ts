import type { MedusaContainer } from "@medusajs/framework/types"
import { postgres, selectRows } from "../../shared/postgres"

/** True when the signed-in customer placed the order. */
export const isOwnOrder = async (
  container: MedusaContainer,
  orderId: string,
  customerId: string | undefined
): Promise<boolean> => {
  if (!customerId) return false
  const rows = await selectRows(
    postgres(container),
    `SELECT 1 FROM "order" WHERE id = ? AND customer_id = ? AND deleted_at IS NULL`,
    [orderId, customerId]
  )
  return rows.length > 0
}

/** True when a guest's order came from the cart. An account's order asks for its login instead. */
export const isCartOfOrder = async (
  container: MedusaContainer,
  orderId: string,
  cartId: string
): Promise<boolean> => {
  const rows = await selectRows(
    postgres(container),
    `SELECT 1 FROM order_cart l JOIN "order" o ON o.id = l.order_id
     LEFT JOIN customer c ON c.id = o.customer_id
     WHERE l.order_id = ? AND l.cart_id = ? AND l.deleted_at IS NULL AND o.deleted_at IS NULL
       AND c.has_account IS NOT TRUE`,
    [orderId, cartId]
  )
  return rows.length > 0
}
