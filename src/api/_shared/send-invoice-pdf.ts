import type { MedusaResponse } from "@medusajs/framework/http"
import { renderInvoicePdf } from "../../modules/invoice"
import type { IssuedInvoice } from "../../modules/invoice"
import { notFound } from "../../shared/errors"

/** Answers with the document as a PDF to keep. Throws not_found once released. */
export const sendInvoicePdf = async (
  res: MedusaResponse,
  { document }: IssuedInvoice,
  locale: "da" | "en"
): Promise<void> => {
  if (!document) throw notFound("The document has been released.")
  const pdf = await renderInvoicePdf(document, locale)
  res
    .type("application/pdf")
    .set({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-disposition": `inline; filename="${document.number}.pdf"`,
    })
    .send(pdf)
}
