import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../modules/access"
import { INVOICE_MODULE, renderInvoicePdf } from "../../modules/invoice"
import type { InvoiceModuleService, IssuedInvoice } from "../../modules/invoice"
import { notFound } from "../../shared/errors"

/** Answers with the document as a PDF to keep. Throws not_found once released. */
export const sendInvoicePdf = async (
  req: MedusaRequest,
  res: MedusaResponse,
  { document, order_id: orderId }: IssuedInvoice,
  locale: "da" | "en"
): Promise<void> => {
  if (!document) throw notFound("The document has been released.")
  const { look } = req.scope.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const pdf = await renderInvoicePdf(document, locale, look)
  carriesPeople(req, [orderId])
  res
    .type("application/pdf")
    .set({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-disposition": `inline; filename="${document.number}.pdf"`,
    })
    .send(pdf)
}
