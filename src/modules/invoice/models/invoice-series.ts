import { model } from "@medusajs/framework/utils"

/** A row of numbers without gaps. `next_number` is taken under the row's lock. */
const InvoiceSeries = model.define("dk_invoice_series", {
  id: model.id({ prefix: "dkiser" }).primaryKey(),
  controller_id: model.text(),
  kind: model.enum(["test", "live"]),
  /** Stands before the number on the document. */
  prefix: model.text(),
  first_number: model.number(),
  next_number: model.number(),
  /** Digest of the last document, which the next one names; null before the first. */
  last_digest: model.text().nullable(),
  /** Orders placed before this moment are not invoiced by the plugin. */
  starts_at: model.dateTime(),
  /** Id of the staff user who opened a live series; null for the test series. */
  opened_by: model.text().nullable(),
})

export default InvoiceSeries
