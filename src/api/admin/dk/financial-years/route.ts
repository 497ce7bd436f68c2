import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminFinancialYearsChangeResponse,
  AdminFinancialYearsResponse,
} from "../../../../types/http"
import { listFinancialYears, replaceFinancialYears } from "../../../../workflows/invoice"
import type { FinancialYearsBody } from "./validators"

/** `{ financial_years }`: both days of each included, the earliest first. An empty table lets nothing go. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminFinancialYearsResponse>
): Promise<void> => {
  res.json({ financial_years: await listFinancialYears(req.scope) })
}

/**
 * `{ financial_years: [{ start, end }], preview? }` → `{ financial_years, moved }`: replaces the table and moves the last
 * days of keeping by it, or only tells how many sales would move from when to when. 400 naming the year.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<FinancialYearsBody>,
  res: MedusaResponse<AdminFinancialYearsChangeResponse>
): Promise<void> => {
  const { financial_years: years, preview: isPreview } = req.validatedBody
  const decidedBy = req.auth_context.actor_id
  const moved = await replaceFinancialYears(req.scope, { years, decidedBy, isPreview })
  res.json({ financial_years: await listFinancialYears(req.scope), moved })
}
