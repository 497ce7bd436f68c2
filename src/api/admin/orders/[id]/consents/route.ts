import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderConsentsResponse } from "../../../../../types/http"
import { answerOrderConsents } from "../../../../../workflows/consent"

/** `{ events, notices }`: which texts were shown with an order, in the version of then, and what was chosen. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminOrderConsentsResponse>
): Promise<void> => {
  res.json(await answerOrderConsents(req.scope, req.params.id ?? ""))
}
