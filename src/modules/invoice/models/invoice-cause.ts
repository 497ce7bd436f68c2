import { model } from "@medusajs/framework/utils"

/** Why something was issued for an order. Unique and lasting, so that nothing is issued twice. */
const InvoiceCause = model.define("dk_invoice_cause", {
  id: model.id({ prefix: "dkicau" }).primaryKey(),
  controller_id: model.text(),
  series_id: model.text(),
  order_id: model.text(),
  /** `sale`, or `refund:` with the refund's id. */
  cause: model.text(),
  /** Day in Denmark, `YYYY-MM-DD`. */
  issued_on: model.text(),
})

export default InvoiceCause
