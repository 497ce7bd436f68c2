import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../workflows/invoice"
import { sendInvoiceHtml } from "../../../../../_shared/send-invoice-html"
import type { RenderingQuery } from "../../validators"

/** The document as a page for A4, in Danish or English (`locale`). */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RenderingQuery>,
  res: MedusaResponse
): Promise<void> => {
  sendInvoiceHtml(
    req,
    res,
    await findInvoice(req.scope, req.params.id ?? ""),
    req.validatedQuery.locale
  )
}
