import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { BUYER_MODULE } from "../../../modules/buyer"
import type { Buyer, BuyerFields, BuyerModuleService } from "../../../modules/buyer"
import { conflict } from "../../../shared/errors"
import { postgres, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { requireOwnCart } from "../read-cart"

export type SetCartBuyerInput = {
  cart_id: string
  /** Customer who is signed in; an account's cart is closed to everybody else who is. */
  customer_id?: string | undefined
  /** Null removes the buyer. */
  fields: BuyerFields | null
}

/** Everything runs on the lock's own connection: many writers at once would wait for a second one for ever. */
const store = async (
  container: MedusaContainer,
  { cart_id, customer_id, fields }: SetCartBuyerInput,
  transaction: Knex.Transaction
): Promise<Buyer | null> => {
  const cart = await requireOwnCart(container, cart_id, customer_id, transaction)
  if (cart.isCompleted)
    throw conflict("cart_completed", "The order is placed; ask the shop to change it.")
  if (cart.isPaid || cart.liveSessionIds.length > 0) {
    throw conflict("buyer_locked", "A payment has begun. Cancel it to change who buys.")
  }
  const service = container.resolve<BuyerModuleService>(BUYER_MODULE)
  if (fields) return service.replaceBuyer({ cart_id }, fields, transaction)
  await service.removeBuyer({ cart_id }, transaction)
  return null
}

// No compensation: it is the workflow's only step, and one statement.
const dkStoreCartBuyerStep = createStep(
  "dk-store-cart-buyer",
  async (input: SetCartBuyerInput, { container }) => {
    const lock = `dk_buyer:${input.cart_id}`
    const work = (transaction: Knex.Transaction) => store(container, input, transaction)
    return new StepResponse(await withLock(postgres(container), lock, work))
  }
)

/**
 * Sets or removes who buys in a cart. Throws not_found for a stranger to an account's cart, and conflicts
 * `cart_completed` and `buyer_locked` (a payment session is pending or authorised, or money was captured).
 *
 * @returns the buyer, or null when it was removed
 */
export const dkSetCartBuyerWorkflow = createWorkflow(
  "dk-set-cart-buyer",
  (input: SetCartBuyerInput) => new WorkflowResponse(dkStoreCartBuyerStep(input))
)
