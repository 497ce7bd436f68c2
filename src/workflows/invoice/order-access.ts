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
     JOIN customer c ON c.id = o.customer_id AND NOT c.has_account
     WHERE l.order_id = ? AND l.cart_id = ? AND l.deleted_at IS NULL AND o.deleted_at IS NULL`,
    [orderId, cartId]
  )
  return rows.length > 0
}

/**
 * True for an order of a guest who was not erased: only then a token from the receipt opens it. An account
 * logs in, and after erasure no link of the buyer's opens anything.
 */
export const isGuestOrder = async (
  container: MedusaContainer,
  orderId: string
): Promise<boolean> => {
  const rows = await selectRows(
    postgres(container),
    `SELECT 1 FROM "order" o JOIN customer c ON c.id = o.customer_id AND NOT c.has_account
      WHERE o.id = ? AND o.deleted_at IS NULL`,
    [orderId]
  )
  return rows.length > 0
}
