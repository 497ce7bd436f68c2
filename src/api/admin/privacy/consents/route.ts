import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminConsentListResponse } from "../../../../types/http"
import { listConsents } from "../../../../workflows/consent"
import type { ConsentListQuery } from "./validators"

/**
 * `{ consents, count, offset, limit }`: what people have said, one for each person, purpose and channel, latest first unless `order` says
 * else. Filters
 * `purpose`, `channel`, `state`, and `q`: an e-mail, exactly, or the id of a customer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ConsentListQuery>,
  res: MedusaResponse<AdminConsentListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listConsents(req.scope, req.validatedQuery)), offset, limit })
}
