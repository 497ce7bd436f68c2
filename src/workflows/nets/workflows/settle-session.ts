import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { authorizePaymentSessionStep } from "@medusajs/medusa/core-flows"
import { dkCompleteNetsCartStep } from "../steps/complete-cart"
import { dkDecideNetsSettlementStep } from "../steps/decide-settlement"
import type { SettleInput } from "../steps/decide-settlement"

/**
 * Brings Medusa in line with a payment at Nets: places the order of a paid cart, or authorises a session that has
 * no cart. Decides from the fetched payment and Medusa's facts, so it may run at any time and any number of times.
 */
export const dkSettleNetsSessionWorkflow = createWorkflow(
  "dk-settle-nets-session",
  (input: SettleInput) => {
    const settlement = dkDecideNetsSettlementStep(input)
    when(
      "nets-cart-is-paid",
      { settlement },
      (data) => data.settlement.action === "complete_cart"
    ).then(() => {
      const cart = transform({ settlement }, (data) => ({
        cart_id: data.settlement.action === "complete_cart" ? data.settlement.cart_id : "",
      }))
      dkCompleteNetsCartStep(cart)
    })
    when(
      "nets-session-is-paid",
      { settlement },
      (data) => data.settlement.action === "authorize_session"
    ).then(() => {
      authorizePaymentSessionStep({ id: input.session_id, context: {} })
    })
    return new WorkflowResponse(settlement)
  }
)
