import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsManualRefundResponse } from "../../../../../../../types/http"
import { registerManualNetsRefund } from "../../../../../../../workflows/nets"
import { answerConflicts } from "../../../../../../_shared/answer-conflicts"
import type { NetsManualRefundBody } from "./validators"

/**
 * Registers a refund that can no longer reach the card and was paid another way: Medusa and the credit note
 * follow, Nets is not asked. `{ session_id, amount }`; 404 for a session without a payment, 400 for more than is
 * captured, 409 `refund_reaches_nets` unless a refund was refused by Nets or failed there before.
 */
export const POST = answerConflicts<NetsManualRefundBody>(
  async (req, res: MedusaResponse<AdminNetsManualRefundResponse>) => {
    const sessionId = req.params.session_id ?? ""
    const { auth_context: staff } = req as typeof req &
      Pick<AuthenticatedMedusaRequest, "auth_context">
    const { amount, reason } = req.validatedBody
    await registerManualNetsRefund(req.scope, sessionId, { amount, reason, by: staff.actor_id })
    res.json({ session_id: sessionId, amount })
  }
)
