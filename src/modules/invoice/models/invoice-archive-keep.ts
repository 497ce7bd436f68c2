import { model } from "@medusajs/framework/utils"

/** Until when an archive copy is kept. Append-only: the row with the highest position counts. */
const InvoiceArchiveKeep = model.define("dk_invoice_archive_keep", {
  id: model.id({ prefix: "dkiakee" }).primaryKey(),
  controller_id: model.text(),
  archive_id: model.text(),
  position: model.number(),
  /** Last day of keeping in Denmark, `YYYY-MM-DD`; null when no financial year covers the chain. */
  keep_through: model.text().nullable(),
  /** Why the date is what it is: `archived`, `recorded`, `correction` or `financial_years`. */
  cause: model.text(),
  /** `system`, or the user who corrected a number or the table of years. */
  decided_by: model.text(),
})

export default InvoiceArchiveKeep
