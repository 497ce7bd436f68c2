import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordOfProcessingHtml } from "../../../../../workflows/personal-data"
import type { RecordQuery } from "../validators"
import { sendDocument } from "../../../../_shared/send-document"

/** The record as a page for A4, in Danish or English (`locale`); never cached, never run as a script. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RecordQuery>,
  res: MedusaResponse
): Promise<void> => {
  const page = await recordOfProcessingHtml(req.scope, req.validatedQuery.locale)
  sendDocument(res, page)
}
