import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminAffectedPreviewResponse } from "../../../../../../../types/http"
import { countAffectedBy } from "../../../../../../../workflows/breach"
import type { AffectedBody } from "../validators"

/** `{ people, added }`: how many a query finds, and how many of them the case has not. Nothing is written. 404, 400. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AffectedBody>,
  res: MedusaResponse<AdminAffectedPreviewResponse>
): Promise<void> => {
  const asked = { id: req.params.id ?? "", query: req.validatedBody }
  res.json(await countAffectedBy(req.scope, asked))
}
