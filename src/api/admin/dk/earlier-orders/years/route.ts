import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminEarlierYearsResponse } from "../../../../../types/http"
import { listEarlierYears } from "../../../../../workflows/invoice"

/**
 * `{ years: [{ year, unpaid, past, numbered, copied, left }] }`: orders from before the plugin looked after invoices, counted by the
 * Danish year they were placed in; `left` are paid and nothing stands for them yet,
 * `past` were, and bookkeeping keeps them no longer.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminEarlierYearsResponse>
): Promise<void> => {
  res.json({ years: await listEarlierYears(req.scope) })
}
