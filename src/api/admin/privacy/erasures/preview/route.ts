import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminErasurePreviewResponse } from "../../../../../types/http"
import { previewErasureOf } from "../../../../../workflows/personal-data"
import type { ErasureBody } from "../validators"

/** `{ preview }`: what goes now, what waits for which order, what is kept until when by which law. Changes nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ErasureBody>,
  res: MedusaResponse<AdminErasurePreviewResponse>
): Promise<void> => {
  res.json({ preview: await previewErasureOf(req.scope, req.validatedBody) })
}
