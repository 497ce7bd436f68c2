import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRetentionChangeListResponse } from "../../../../../types/http"
import { listRetentionChanges } from "../../../../../workflows/personal-data"
import type { RetentionChangesQuery } from "../validators"

/** `{ changes, count, offset, limit }`: who changed which term and why, newest first; filter `rule`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RetentionChangesQuery>,
  res: MedusaResponse<AdminRetentionChangeListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listRetentionChanges(req.scope, req.validatedQuery)), offset, limit })
}
