import { model } from "@medusajs/framework/utils"

/**
 * A payment session on invoice: who asked for it, and once it is authorised what of the account's limit it takes.
 * Its order and what is paid of it are Medusa's facts.
 */
const InvoiceOnAccount = model.define("dk_invoice_on_account", {
  id: model.id({ prefix: "dkacc" }).primaryKey(),
  session_id: model.text(),
  /** Account that was signed in; null for a guest. */
  customer_id: model.text().nullable(),
  /** Days to pay that were agreed with the account; null for an authority. */
  terms_days: model.number().nullable(),
  /** In whole minor units. */
  amount: model.number().nullable(),
  reserved_at: model.dateTime().nullable(),
  /** The session came to nothing, or its payment was cancelled. */
  released_at: model.dateTime().nullable(),
})

export default InvoiceOnAccount
