import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachReportResponse } from "../../../../../../types/http"
import { getReport } from "../../../../../../workflows/breach"
import type { LocaleQuery } from "../../validators"

/** `{ report }` to the authority as text in `locale` and as JSON, with what it lacks (GDPR Art. 33(3)). 404. */
export const GET = async (
  req: MedusaRequest<unknown, LocaleQuery>,
  res: MedusaResponse<AdminBreachReportResponse>
): Promise<void> => {
  res.json({ report: await getReport(req.scope, req.params.id ?? "", req.validatedQuery.locale) })
}
