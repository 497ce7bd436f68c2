import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsPaymentResponse, DkErrorResponse } from "../../../../../../../types/http"
import { checkNetsPaymentNow, findNetsPayment } from "../../../../../../../workflows/nets"

/**
 * `{ payment }` as it is at Nets now; what follows from it is done. Answers 404 for a session without a payment at
 * Nets, 429 `nets_checks_spent` with `Retry-After` (seconds) when Nets was read thirty times within the hour, and
 * 503 `nets_unreachable` when Nets gave no answer that can be relied on.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsPaymentResponse | DkErrorResponse>
): Promise<void> => {
  const sessionId = req.params.session_id ?? ""
  const check = await checkNetsPaymentNow(req.scope, sessionId)
  if (check.outcome === "spent") {
    const message = "Nets answers thirty reads of a payment an hour, and they are spent."
    res.set("Retry-After", check.retry_after.toString())
    res.status(429).json({ type: "not_allowed", code: "nets_checks_spent", message })
  } else if (check.outcome === "unreachable") {
    const message = "Nets gave no answer that can be relied on. Nothing has changed."
    res.status(503).json({ type: "unexpected_state", code: "nets_unreachable", message })
  } else {
    res.json({ payment: await findNetsPayment(req.scope, sessionId) })
  }
}
