import { model } from "@medusajs/framework/utils"

/** Which account of the store's bookkeeping a kind of entry goes to. */
const InvoiceAccount = model.define("dk_invoice_account", {
  id: model.id({ prefix: "dkkto" }).primaryKey(),
  controller_id: model.text(),
  /** What the account is for, e.g. `debtors`. */
  purpose: model.text(),
  /** As the bookkeeping has it. */
  number: model.text(),
})

export default InvoiceAccount
