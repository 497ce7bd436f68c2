import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminStarterNoticeResponse } from "../../../../../types/http"
import { readStarter } from "../../../../../workflows/consent"
import type { StarterNoticeQuery } from "../validators"

/**
 * `{ notice: { kind, purpose, channel, locale, body, data } }`: a text to begin with, from the shop's options, the map of personal
 * data and the record of processing. What only the shop knows stands in square brackets.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StarterNoticeQuery>,
  res: MedusaResponse<AdminStarterNoticeResponse>
): Promise<void> => {
  res.json(await readStarter(req.scope, req.validatedQuery))
}
