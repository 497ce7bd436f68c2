import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { conflict } from "../../../shared/errors"
import { requireOwnCart } from "../read-cart"
import { coreFlows } from "../../../shared/core-flows"

export type GiveUpPaymentInput = { cart_id: string; customer_id?: string | undefined }

const tooFar = () => conflict("payment_in_progress", "The payment has gone too far to be given up.")

const dkReadLiveSessionsStep = createStep(
  "dk-read-live-sessions",
  async ({ cart_id, customer_id }: GiveUpPaymentInput, { container }) => {
    const cart = await requireOwnCart(container, cart_id, customer_id)
    if (cart.isCompleted) throw conflict("cart_completed", "The order is placed and paid for.")
    if (cart.isPaid) throw tooFar()
    return new StepResponse(cart.liveSessionIds)
  }
)

// No compensation: a session that a provider has closed cannot be opened again.
const dkRequireNoSessionStep = createStep(
  "dk-require-no-session",
  async ({ cart_id }: GiveUpPaymentInput, { container }) => {
    const { liveSessionIds } = await requireOwnCart(container, cart_id)
    if (liveSessionIds.length > 0) throw tooFar()
    return new StepResponse(true)
  }
)

/**
 * Deletes the open payment sessions of a cart at the provider and here. Core keeps a session whose
 * provider refuses, so what is left afterwards means that money is on its way. The payment of a placed
 * order is never touched (conflict `cart_completed`).
 *
 * @returns true
 */
export const dkGiveUpPaymentWorkflow = createWorkflow(
  "dk-give-up-payment",
  (input: GiveUpPaymentInput) => {
    const live = dkReadLiveSessionsStep(input)
    const ids = transform({ live }, (data) => data.live)
    coreFlows.deletePaymentSessionsWorkflow.runAsStep({ input: { ids } })
    return new WorkflowResponse(dkRequireNoSessionStep(input))
  }
)
