import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StorePrivacyRequestListResponse } from "../../../../../types/http"
import { listOwnRequests } from "../../../../../workflows/subject-request"

/** `{ requests }`: what the account holder has asked for and what became of it, the latest first. 401 for a guest. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StorePrivacyRequestListResponse>
): Promise<void> => {
  res.set("Cache-Control", "no-store")
  res.json({ requests: await listOwnRequests(req.scope, req.auth_context.actor_id) })
}
