import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../../workflows/invoice"
import { sendInvoiceHtml } from "../../../../../../_shared/send-invoice-html"

/**
 * The buyer's own document as a page for A4: English when the request's locale is (`?locale=en` or the
 * header `x-medusa-locale`), else Danish.
 */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id = "", invoice_id = "" } = req.params
  const locale = req.locale?.toLowerCase().startsWith("en") ? "en" : "da"
  sendInvoiceHtml(res, await findInvoice(req.scope, invoice_id, id), locale)
}
