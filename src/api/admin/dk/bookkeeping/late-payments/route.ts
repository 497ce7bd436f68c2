import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLatePaymentsResponse } from "../../../../../types/http"
import { listLatePayments } from "../../../../../workflows/invoice"
import type { BookkeepingQuery } from "../validators"

/**
 * `?month=YYYY-MM` → `{ late_payments }`: what the month's file has since the month was over, in whole minor units. A file
 * that was taken before lacks it.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, BookkeepingQuery>,
  res: MedusaResponse<AdminLatePaymentsResponse>
): Promise<void> => {
  const { month, series } = req.validatedQuery
  res.json({ late_payments: await listLatePayments(req.scope, { month, series }) })
}
