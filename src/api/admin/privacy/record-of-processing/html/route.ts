import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordOfProcessingHtml } from "../../../../../workflows/personal-data"
import type { RecordQuery } from "../validators"

/** The record as a page for A4, in Danish or English (`locale`); never cached, never run as a script. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RecordQuery>,
  res: MedusaResponse
): Promise<void> => {
  const page = await recordOfProcessingHtml(req.scope, req.validatedQuery.locale)
  res
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    })
    .send(page)
}
