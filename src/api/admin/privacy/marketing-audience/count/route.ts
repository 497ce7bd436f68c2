import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminAudienceCountResponse } from "../../../../../types/http"
import { countAudience } from "../../../../../workflows/consent"
import type { AudienceQuery } from "../validators"

/** `{ count }`: how many may be reached for a purpose on a channel now. Hands out nobody and uses no permission. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AudienceQuery>,
  res: MedusaResponse<AdminAudienceCountResponse>
): Promise<void> => {
  const { purpose, channel } = req.validatedQuery
  res.json({ count: await countAudience(req.scope, { purpose, channel }) })
}
