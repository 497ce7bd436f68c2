import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordOfProcessingCsv } from "../../../../../workflows/personal-data"
import type { RecordQuery } from "../validators"

/** The record as a CSV file for a spreadsheet, in Danish or English (`locale`). */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RecordQuery>,
  res: MedusaResponse
): Promise<void> => {
  const file = await recordOfProcessingCsv(req.scope, req.validatedQuery.locale)
  res
    .set({
      "content-type": "text/csv; charset=utf-8",
      "cache-control": "private, no-store",
      "content-disposition": 'attachment; filename="record-of-processing.csv"',
    })
    .send(file)
}
