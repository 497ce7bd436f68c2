import { model } from "@medusajs/framework/utils"

/** Kroner for one of a currency from a day on. What an invoice used stands on the invoice itself. */
const InvoiceExchangeRate = model.define("dk_invoice_exchange_rate", {
  id: model.id({ prefix: "dkixr" }).primaryKey(),
  controller_id: model.text(),
  /** ISO 4217, upper case. */
  currency: model.text(),
  /** Day in Denmark, `YYYY-MM-DD`. */
  valid_from: model.text(),
  /** Kroner for one, as a decimal text. */
  rate: model.text(),
  /** Who published it. */
  source: model.text(),
  /** Id of the staff user who wrote it. */
  entered_by: model.text(),
})

export default InvoiceExchangeRate
