import { model } from "@medusajs/framework/utils"

/** An invoice or credit note that the shop's bookkeeping system made. Never changed: a correction is a new row. */
const InvoiceExternal = model.define("dk_invoice_external", {
  id: model.id({ prefix: "dkiext" }).primaryKey(),
  controller_id: model.text(),
  order_id: model.text(),
  /** Name of the bookkeeping system in lower case. */
  system: model.text(),
  number: model.text(),
  /** Day in Denmark, `YYYY-MM-DD`. */
  issued_on: model.text(),
  kind: model.enum(["invoice", "credit_note"]),
  url: model.text().nullable(),
  /** The row that this one corrects. */
  replaces: model.text().nullable(),
  /** Id of the staff user or API key. */
  recorded_by: model.text(),
})

export default InvoiceExternal
