import type { MedusaResponse } from "@medusajs/framework/http"
import type { DkDeletedResponse } from "../../../../../types/http"
import { dkGiveUpPaymentWorkflow } from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { customerOf } from "../../../../_shared/customer-of"

/**
 * The shopper gives up an open payment, which unlocks the cart's buyer.
 * 409 `payment_in_progress` when the provider keeps it, because money is reserved.
 */
export const DELETE = answerConflicts(async (req, res: MedusaResponse<DkDeletedResponse>) => {
  const id = req.params.id ?? ""
  await dkGiveUpPaymentWorkflow(req.scope).run({
    input: { cart_id: id, customer_id: customerOf(req) },
  })
  res.json({ id, object: "payment_session", deleted: true })
})
