import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminCustomerCreditResponse } from "../../../../../../types/http"
import { findCustomerCredit, revokeCustomerCredit } from "../../../../../../workflows/invoice"

/** Ends the approval → the answer of GET; what is owed stays owed. 404 for an unknown customer. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminCustomerCreditResponse>
): Promise<void> => {
  const id = req.params.id ?? ""
  await revokeCustomerCredit(req.scope, id, req.auth_context.actor_id)
  res.json(await findCustomerCredit(req.scope, id))
}
