import { model } from "@medusajs/framework/utils"

/** Until when a document is kept. Append-only: the row with the highest position counts. */
const InvoiceKeep = model.define("dk_invoice_keep", {
  id: model.id({ prefix: "dkikeep" }).primaryKey(),
  controller_id: model.text(),
  invoice_id: model.text(),
  position: model.number(),
  /** Last day of keeping in Denmark, `YYYY-MM-DD`; null when no financial year covers the chain. */
  keep_through: model.text().nullable(),
  /** Why the date is what it is: `issued`, or the document that moved it. */
  cause: model.text(),
  /** `system`, or the user who corrected the table of years. */
  decided_by: model.text(),
})

export default InvoiceKeep
