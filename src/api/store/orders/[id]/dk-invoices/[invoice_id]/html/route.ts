import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../../workflows/invoice"
import { documentLocale } from "../../../../../../_shared/document-locale"
import { sendInvoiceHtml } from "../../../../../../_shared/send-invoice-html"

/** The buyer's own document as a page for A4, in the language of the request. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id = "", invoice_id = "" } = req.params
  sendInvoiceHtml(req, res, await findInvoice(req.scope, invoice_id, id), documentLocale(req))
}
