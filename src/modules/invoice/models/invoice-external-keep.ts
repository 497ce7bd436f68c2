import { model } from "@medusajs/framework/utils"

/** Until when an external number is kept. Append-only: the row with the highest position counts. */
const InvoiceExternalKeep = model.define("dk_invoice_external_keep", {
  id: model.id({ prefix: "dkiekee" }).primaryKey(),
  controller_id: model.text(),
  external_id: model.text(),
  position: model.number(),
  /** Last day of keeping in Denmark, `YYYY-MM-DD`; null when no financial year covers the chain. */
  keep_through: model.text().nullable(),
  /** Why the date is what it is: `recorded`, `correction` or `financial_years`. */
  cause: model.text(),
  /** `system`, or the user who corrected the number or the table of years. */
  decided_by: model.text(),
})

export default InvoiceExternalKeep
