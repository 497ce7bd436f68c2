import { model } from "@medusajs/framework/utils"

/** One financial year of the shop, both days included (`YYYY-MM-DD`). */
const InvoiceFinancialYear = model.define("dk_invoice_financial_year", {
  id: model.id({ prefix: "dkify" }).primaryKey(),
  controller_id: model.text(),
  starts_on: model.text(),
  ends_on: model.text(),
})

export default InvoiceFinancialYear
