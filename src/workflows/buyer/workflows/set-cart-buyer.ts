import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { Buyer, BuyerFields, BuyerModuleService } from "../../../modules/buyer"
import { conflict, notFound } from "../../../shared/errors"
import { postgres, withLock } from "../../../shared/postgres"
import { readCart } from "../read-cart"

export type SetCartBuyerInput = {
  cart_id: string
  /** Customer who is signed in; an account's cart is closed to everybody else who is. */
  customer_id?: string | undefined
  /** Null removes the buyer. */
  fields: BuyerFields | null
}

/** Throws not_found when the cart is not there for this shopper. */
export const requireOwnCart = async (
  container: MedusaContainer,
  cartId: string,
  customerId?: string
) => {
  const cart = await readCart(container, cartId)
  const isStranger =
    customerId !== undefined && cart?.accountId != null && cart.accountId !== customerId
  if (!cart || isStranger) throw notFound("The cart was not found.")
  return cart
}

const store = async (
  container: MedusaContainer,
  { cart_id, customer_id, fields }: SetCartBuyerInput
): Promise<Buyer | null> => {
  const cart = await requireOwnCart(container, cart_id, customer_id)
  if (cart.isCompleted)
    throw conflict("cart_completed", "The order is placed; ask the shop to change it.")
  if (cart.liveSessionIds.length > 0) {
    throw conflict("buyer_locked", "A payment has begun. Cancel it to change who buys.")
  }
  const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
  if (fields) return service.replaceBuyer({ cart_id }, fields)
  await service.removeBuyer({ cart_id })
  return null
}

// No compensation: it is the workflow's only step, and one statement.
const dkStoreCartBuyerStep = createStep(
  "dk-store-cart-buyer",
  async (input: SetCartBuyerInput, { container }) => {
    const work = () => store(container, input)
    return new StepResponse(await withLock(postgres(container), `dk_buyer:${input.cart_id}`, work))
  }
)

/**
 * Sets or removes who buys in a cart. Throws not_found for a stranger to an account's cart, and conflicts
 * `cart_completed` and `buyer_locked` (a payment session is pending or authorised).
 */
export const dkSetCartBuyerWorkflow = createWorkflow(
  "dk-set-cart-buyer",
  (input: SetCartBuyerInput) => new WorkflowResponse(dkStoreCartBuyerStep(input))
)
