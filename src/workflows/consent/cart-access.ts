import type { MedusaContainer } from "@medusajs/framework/types"
import { conflict, notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"

type Row = { completed: boolean; owner: string | null }

/**
 * Lets a shopper at a cart's consents: whoever knows the id of a guest's cart, and the account of an
 * account's cart. Throws not_found for an unknown cart and for a signed-in stranger.
 *
 * @param change also throws a conflict `cart_completed` once the cart is an order
 */
export const checkCartAccess = async (
  container: MedusaContainer,
  cartId: string,
  customerId: string | undefined,
  change: boolean
): Promise<void> => {
  const [cart] = await selectRows<Row>(
    postgres(container),
    `SELECT c.completed_at IS NOT NULL AS completed, CASE WHEN p.has_account THEN p.id END AS owner
     FROM cart c LEFT JOIN customer p ON p.id = c.customer_id WHERE c.id = ? AND c.deleted_at IS NULL`,
    [cartId]
  )
  const isStranger = cart?.owner && customerId !== undefined && cart.owner !== customerId
  if (!cart || isStranger) throw notFound("The cart was not found.")
  if (change && cart.completed) throw conflict("cart_completed", "The cart has become an order.")
}
