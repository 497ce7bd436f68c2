import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../../workflows/invoice"
import { sendInvoiceHtml } from "../../../../../../_shared/send-invoice-html"
import type { RenderingQuery } from "../../../../../../admin/dk/invoices/validators"

/** The buyer's own document as a page for A4, in Danish or English (`locale`). */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RenderingQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { id = "", invoice_id = "" } = req.params
  sendInvoiceHtml(res, await findInvoice(req.scope, invoice_id, id), req.validatedQuery.locale)
}
