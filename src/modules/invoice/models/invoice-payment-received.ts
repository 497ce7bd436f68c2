import { model } from "@medusajs/framework/utils"

/** Money that came in on an order, registered by staff or from the bank's file: one row for one capture. */
const InvoicePaymentReceived = model.define("dk_invoice_payment_received", {
  id: model.id({ prefix: "dkpaid" }).primaryKey(),
  order_id: model.text(),
  payment_id: model.text(),
  /** Medusa's row that books it; null while it is being made. */
  capture_id: model.text().nullable(),
  /** In whole minor units. */
  amount: model.number(),
  currency_code: model.text(),
  /** Day in Denmark, `YYYY-MM-DD`. */
  received_on: model.text(),
  /** Words of staff or of the bank's line. */
  reference: model.text().nullable(),
  source: model.enum(["staff", "bank_file", "medusa"]),
  /** Of the line of the bank's file or the key of a form, with the store's secret: registered once. */
  digest: model.text().nullable(),
  /** Id of the staff user, or of the API key. */
  registered_by: model.text(),
})

export default InvoicePaymentReceived
