import { model } from "@medusajs/framework/utils"

/** A document that is due and that the shop's bookkeeping system is asked to make. */
const InvoiceRequest = model.define("dk_invoice_request", {
  id: model.id({ prefix: "dkireq" }).primaryKey(),
  controller_id: model.text(),
  order_id: model.text(),
  /** `sale`, `refund:` with the refund's id, `addition:` or `reduction:` with its place. Unique per order and lasting, so that nothing is asked for twice. */
  cause: model.text(),
  kind: model.enum(["invoice", "credit_note"]),
  /** Paid on a test account: no real money was moved. */
  is_test: model.boolean(),
  /** What was asked for, as canonical JSON with the id for a number; null once the order's numbers are released. */
  content: model.text().nullable(),
  /** When `dk_invoice.requested` was emitted; null until it is known to be. */
  told_at: model.dateTime().nullable(),
  /** Id of the number that came for it. It stays after the number has been released. */
  answered_by: model.text().nullable(),
})

export default InvoiceRequest
