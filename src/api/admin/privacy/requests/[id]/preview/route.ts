import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestPreviewResponse } from "../../../../../../types/http"
import { previewRequest } from "../../../../../../workflows/subject-request"
import type { FulfilmentBody } from "../../validators"

/** `{ preview, uncertain_orders, recipients }`: what `fulfil` with the same body would do now. Changes nothing. 404, 400 naming the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<FulfilmentBody>,
  res: MedusaResponse<AdminSubjectRequestPreviewResponse>
): Promise<void> => {
  const answer = await previewRequest(req.scope, {
    id: req.params.id ?? "",
    body: req.validatedBody,
    actor: req.auth_context.actor_id,
  })
  res.set("Cache-Control", "no-store").json(answer)
}
