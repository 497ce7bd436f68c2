import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../../workflows/invoice"
import { documentLocale } from "../../../../../../_shared/document-locale"
import { sendInvoicePdf } from "../../../../../../_shared/send-invoice-pdf"

/** The buyer's own document as a PDF, in the language of the request. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id = "", invoice_id = "" } = req.params
  await sendInvoicePdf(req, res, await findInvoice(req.scope, invoice_id, id), documentLocale(req))
}
