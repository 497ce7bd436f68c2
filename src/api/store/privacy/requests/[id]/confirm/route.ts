import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreConfirmedPrivacyRequest } from "../../../../../../types/http"
import { confirmAsked } from "../../../../../../workflows/subject-request"
import type { TokenBody } from "../../validators"

/**
 * `{ request, token }`: the mailed link is used up, the request has begun on the day it was asked, and `token` follows it. An
 * objection to marketing or a withdrawal of consent is carried out before this answers. 404, one answer for every link that
 * does not work.
 */
export const POST = async (
  req: MedusaRequest<TokenBody>,
  res: MedusaResponse<StoreConfirmedPrivacyRequest>
): Promise<void> => {
  const { token } = req.validatedBody
  res.set("Cache-Control", "no-store")
  res.json(await confirmAsked(req.scope, req.params.id ?? "", token))
}
