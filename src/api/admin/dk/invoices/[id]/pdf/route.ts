import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findInvoice } from "../../../../../../workflows/invoice"
import { sendInvoicePdf } from "../../../../../_shared/send-invoice-pdf"
import type { RenderingQuery } from "../../validators"

/** The document as a PDF, in Danish or English (`locale`): the same bytes every time. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RenderingQuery>,
  res: MedusaResponse
): Promise<void> => {
  const invoice = await findInvoice(req.scope, req.params.id ?? "")
  await sendInvoicePdf(req, res, invoice, req.validatedQuery.locale)
}
