import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../modules/access"
import { renderInvoiceHtml } from "../../modules/invoice"
import type { IssuedInvoice } from "../../modules/invoice"
import { notFound } from "../../shared/errors"
import { sendDocument } from "./send-document"

/** Answers with the rendered document: never cached, never run as a script. Throws not_found once released. */
export const sendInvoiceHtml = (
  req: MedusaRequest,
  res: MedusaResponse,
  { document, order_id: orderId }: IssuedInvoice,
  locale: "da" | "en"
): void => {
  if (!document) throw notFound("The document has been released.")
  carriesPeople(req, [orderId])
  sendDocument(res, renderInvoiceHtml(document, locale))
}
