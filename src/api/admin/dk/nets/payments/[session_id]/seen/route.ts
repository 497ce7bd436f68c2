import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsPaymentResponse } from "../../../../../../../types/http"
import { findNetsPayment, markNetsProblemSeen } from "../../../../../../../workflows/nets"
import { answerConflicts } from "../../../../../../_shared/answer-conflicts"
import type { NetsProblemSeenBody } from "./validators"

/**
 * `{ payment }` without the problem that staff has seen. Answers 404 for a session without a payment at Nets, 409
 * `nets_problem_changed` when the payment has another problem or none, and 409 `nets_problem_lasts` for one that
 * lasts until what is wrong is set right.
 */
export const POST = answerConflicts(
  async (
    req: MedusaRequest<NetsProblemSeenBody>,
    res: MedusaResponse<AdminNetsPaymentResponse>
  ): Promise<void> => {
    const sessionId = req.params.session_id ?? ""
    await markNetsProblemSeen(req.scope, sessionId, req.validatedBody.problem)
    res.json({ payment: await findNetsPayment(req.scope, sessionId) })
  }
)
