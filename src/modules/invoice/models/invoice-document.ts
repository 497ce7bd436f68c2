import { model } from "@medusajs/framework/utils"

/** The sealed document as canonical JSON text (RFC 8785). Deleted when its term is over, never changed. */
const InvoiceDocument = model.define("dk_invoice_document", {
  id: model.id({ prefix: "dkidoc" }).primaryKey(),
  controller_id: model.text(),
  invoice_id: model.text(),
  order_id: model.text(),
  /** Invoice that a credit note amends. */
  amends: model.text().nullable(),
  content: model.text(),
})

export default InvoiceDocument
