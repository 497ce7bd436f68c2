import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminParkedListResponse } from "../../../../types/http"
import { listParked } from "../../../../workflows/personal-data"
import type { RetentionPageQuery } from "../retention/validators"

/** `{ parked, count, offset, limit }`: what sweeps could not erase and why, the latest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RetentionPageQuery>,
  res: MedusaResponse<AdminParkedListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listParked(req.scope, { limit, offset })), offset, limit })
}
