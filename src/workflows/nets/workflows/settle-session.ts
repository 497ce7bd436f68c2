import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { dkCompleteNetsCartStep } from "../steps/complete-cart"
import { dkDecideNetsSettlementStep } from "../steps/decide-settlement"
import { coreFlows } from "../../../shared/core-flows"
import type { SettleInput } from "../steps/decide-settlement"

/**
 * Brings Medusa in line with a payment at Nets: places the order of a paid cart, or authorises a session that has
 * no cart. Decides from the fetched payment and Medusa's facts, so it may run at any time and any number of times.
 *
 * @returns `{ settlement, payment }`: what was done (`complete_cart`, `authorize_session` or `none`, with its outcome) and the payment as Nets has it, or null
 */
export const dkSettleNetsSessionWorkflow = createWorkflow(
  "dk-settle-nets-session",
  (input: SettleInput) => {
    const decision = dkDecideNetsSettlementStep(input)
    when(
      "nets-cart-is-paid",
      { decision },
      (data) => data.decision.settlement.action === "complete_cart"
    ).then(() => {
      const cart = transform({ decision }, (data) => ({
        cart_id:
          data.decision.settlement.action === "complete_cart"
            ? data.decision.settlement.cart_id
            : "",
      }))
      dkCompleteNetsCartStep(cart)
    })
    when(
      "nets-session-is-paid",
      { decision },
      (data) => data.decision.settlement.action === "authorize_session"
    ).then(() => {
      coreFlows.authorizePaymentSessionStep({ id: input.session_id, context: {} })
    })
    return new WorkflowResponse(decision)
  }
)
