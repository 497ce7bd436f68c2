import { model } from "@medusajs/framework/utils"

/**
 * A document that was sealed and not told of yet. Made in the transaction that seals it, removed once
 * `dk_invoice.issued` is emitted and what is to be sent by itself waits.
 */
const InvoiceAnnouncement = model.define("dk_invoice_announcement", {
  id: model.id({ prefix: "dkiann" }).primaryKey(),
  controller_id: model.text(),
  invoice_id: model.text(),
})

export default InvoiceAnnouncement
