import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../modules/access"
import { checkEInvoice, renderOioubl, renderPeppol } from "../../modules/invoice"
import type { EInvoiceFormat, IssuedInvoice } from "../../modules/invoice"
import { notFound } from "../../shared/errors"

const RENDERINGS = { peppol: renderPeppol, oioubl: renderOioubl } as const

/**
 * Answers with the document as XML, or 409 `einvoice_incomplete` with `problems: [{ code, rule }]` when its receiver would
 * refuse it. Throws not_found once released.
 */
export const sendEInvoice = (
  req: MedusaRequest,
  res: MedusaResponse,
  { document, order_id: orderId }: IssuedInvoice,
  format: EInvoiceFormat
): void => {
  if (!document) throw notFound("The document has been released.")
  const problems = checkEInvoice(document, format)
  if (problems.length > 0) {
    const message = "The receiver would refuse this e-invoice."
    res.status(409).json({ type: "conflict", code: "einvoice_incomplete", message, problems })
    return
  }
  carriesPeople(req, [orderId])
  res
    .type("application/xml")
    .set({
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
      "content-disposition": `attachment; filename="${document.number}-${format}.xml"`,
    })
    .send(RENDERINGS[format](document))
}
