import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../modules/access"
import { renderInvoiceHtml } from "../../modules/invoice"
import type { IssuedInvoice } from "../../modules/invoice"
import { notFound } from "../../shared/errors"

/** Answers with the rendered document: never cached, never run as a script. Throws not_found once released. */
export const sendInvoiceHtml = (
  req: MedusaRequest,
  res: MedusaResponse,
  { document, order_id: orderId }: IssuedInvoice,
  locale: "da" | "en"
): void => {
  if (!document) throw notFound("The document has been released.")
  carriesPeople(req, [orderId])
  res
    .set({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
    })
    .send(renderInvoiceHtml(document, locale))
}
