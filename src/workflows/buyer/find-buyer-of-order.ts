import type { MedusaContainer } from "@medusajs/framework/types"
import { BUYER_MODULE } from "../../modules/buyer"
import type { Buyer, BuyerModuleService } from "../../modules/buyer"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Where an order's buyer stands: its own row, else its cart's. Nothing is copied between them. */
export type BuyerOfOrder = {
  buyer: Buyer | null
  source: "order" | "cart" | null
  cartId: string | null
}

/** Reads the buyer of an order with where it came from. A caller that holds a lock passes its transaction. */
export const readBuyerOfOrder = async (
  container: MedusaContainer,
  orderId: string,
  connection: Knex | Knex.Transaction = postgres(container)
): Promise<BuyerOfOrder> => {
  const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
  const [link] = await selectRows<{ cart_id: string }>(
    connection,
    "SELECT cart_id FROM order_cart WHERE order_id = ? AND deleted_at IS NULL",
    [orderId]
  )
  const cartId = link?.cart_id ?? null
  const own = await service.findBuyer({ order_id: orderId }, connection)
  if (own) return { buyer: own, source: "order", cartId }
  const carts = cartId === null ? null : await service.findBuyer({ cart_id: cartId }, connection)
  return { buyer: carts, source: carts && "cart", cartId }
}

/** The buyer an order is invoiced to; null when none was given, which means a private one. */
export const findBuyerOfOrder = async (
  container: MedusaContainer,
  orderId: string,
  connection?: Knex | Knex.Transaction
): Promise<Buyer | null> => (await readBuyerOfOrder(container, orderId, connection)).buyer
