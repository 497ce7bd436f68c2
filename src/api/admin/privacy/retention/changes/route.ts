import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRetentionChangeListResponse } from "../../../../../types/http"
import { listRetentionChanges } from "../../../../../workflows/personal-data"
import type { RetentionPageQuery } from "../validators"

/** `{ changes, count, offset, limit }`: who changed which term and why, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RetentionPageQuery>,
  res: MedusaResponse<AdminRetentionChangeListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listRetentionChanges(req.scope, { limit, offset })), offset, limit })
}
