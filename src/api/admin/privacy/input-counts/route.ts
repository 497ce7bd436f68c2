import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInputCountsResponse } from "../../../../types/http"
import { getInputCounts } from "../../../../workflows/access"
import type { InputCountQuery } from "./validators"

/** `{ counts, totals, since }`: what the input guard did in the last `days` (30 by default, at most 366). */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, InputCountQuery>,
  res: MedusaResponse<AdminInputCountsResponse>
): Promise<void> => {
  res.json(await getInputCounts(req.scope, req.validatedQuery.days))
}
