import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsPaymentResponse } from "../../../../../../types/http"
import { findNetsPayment } from "../../../../../../workflows/nets"

/** `{ payment }` as last seen at Nets, with its webhooks. 404 for a session without a payment at Nets. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsPaymentResponse>
): Promise<void> => {
  res.json({ payment: await findNetsPayment(req.scope, req.params.session_id ?? "") })
}
