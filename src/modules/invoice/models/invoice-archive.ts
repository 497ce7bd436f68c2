import { model } from "@medusajs/framework/utils"

/** A copy of what an order from before the plugin was sold for. It has no number and is no invoice. */
const InvoiceArchive = model.define("dk_invoice_archive", {
  id: model.id({ prefix: "dkiarc" }).primaryKey(),
  controller_id: model.text(),
  order_id: model.text(),
  /** `sale`, or what was given back. Unique per order. */
  cause: model.text(),
  kind: model.enum(["invoice", "credit_note"]),
  /** Day in Denmark that decides the financial year. */
  concerns_on: model.text(),
  /** Canonical JSON with 32 random bytes; the row's id stands where an invoice has its number. */
  content: model.text(),
  /** SHA-256 of the content, 64 hex digits. */
  digest: model.text(),
  /** Id of the staff user. */
  sealed_by: model.text(),
})

export default InvoiceArchive
