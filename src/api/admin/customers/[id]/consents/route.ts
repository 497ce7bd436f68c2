import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCustomerConsentsResponse } from "../../../../../types/http"
import { answerCustomerConsents } from "../../../../../workflows/consent"

/** `{ customer, consents, objected, events, notices }`: what a customer has agreed to, everything that happened, and the texts. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCustomerConsentsResponse>
): Promise<void> => {
  res.json(await answerCustomerConsents(req.scope, req.params.id ?? ""))
}
