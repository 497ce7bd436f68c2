import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBookkeepingDifferencesResponse } from "../../../../../types/http"
import { listBookkeepingDifferences } from "../../../../../workflows/invoice"
import type { DifferencesQuery } from "../validators"

/**
 * `?month=YYYY-MM` → `{ differences }`: orders touched in the month whose documents and money differ, in whole minor
 * units; those with time left to pay are none.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, DifferencesQuery>,
  res: MedusaResponse<AdminBookkeepingDifferencesResponse>
): Promise<void> => {
  const { month } = req.validatedQuery
  res.json({ differences: await listBookkeepingDifferences(req.scope, month) })
}
