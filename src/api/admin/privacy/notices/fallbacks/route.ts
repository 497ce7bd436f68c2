import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeFallbackResponse } from "../../../../../types/http"
import { listFallbacks } from "../../../../../workflows/consent"

/** `{ locales, fallbacks }`: texts that are not in force in a language of the shop, and the language that stands in. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNoticeFallbackResponse>
): Promise<void> => {
  res.json(await listFallbacks(req.scope))
}
