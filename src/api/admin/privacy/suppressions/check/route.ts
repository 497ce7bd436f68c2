import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSuppressionCheckResponse } from "../../../../../types/http"
import { isSuppressed } from "../../../../../workflows/consent"
import type { SuppressionBody } from "../validators"

/** `{ suppressed }`: whether one address objected. The address stands in the body, since addresses of requests are logged. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SuppressionBody>,
  res: MedusaResponse<AdminSuppressionCheckResponse>
): Promise<void> => {
  res.json({ suppressed: await isSuppressed(req.scope, req.validatedBody) })
}
