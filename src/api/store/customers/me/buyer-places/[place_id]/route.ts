import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DkDeletedResponse } from "../../../../../../types/http"
import { dkRemoveBuyerPlaceWorkflow } from "../../../../../../workflows/buyer"

/** Forgets a saved place. 404 when the account has none with this id. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DkDeletedResponse>
): Promise<void> => {
  const id = req.params.place_id ?? ""
  await dkRemoveBuyerPlaceWorkflow(req.scope).run({
    input: { customer_id: req.auth_context.actor_id, id },
  })
  res.json({ id, object: "buyer_place", deleted: true })
}
