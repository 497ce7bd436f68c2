import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StorePrivacyRequestResponse } from "../../../../../../types/http"
import { followRequest } from "../../../../../../workflows/subject-request"
import type { TokenBody } from "../../validators"

/** `{ request }`: its state, its deadlines and what was decided. 404, one answer for every token that does not work. */
export const POST = async (
  req: MedusaRequest<TokenBody>,
  res: MedusaResponse<StorePrivacyRequestResponse>
): Promise<void> => {
  const { token } = req.validatedBody
  res.set("Cache-Control", "no-store")
  res.json({ request: await followRequest(req.scope, req.params.id ?? "", token) })
}
