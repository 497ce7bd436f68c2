import { model } from "@medusajs/framework/utils"

/**
 * The stub of an issued document: what stays for ever when the document itself is released.
 * It holds no person, no order and no amount, and its digest cannot be opened by guessing.
 */
const Invoice = model.define("dk_invoice", {
  id: model.id({ prefix: "dkinv" }).primaryKey(),
  controller_id: model.text(),
  series_id: model.text(),
  number: model.number(),
  kind: model.enum(["invoice", "credit_note"]),
  /** Day in Denmark, `YYYY-MM-DD`. */
  issued_on: model.text(),
  /** SHA-256 of the document's text, 64 hex digits. */
  digest: model.text(),
  /** Digest of the number before it in the series; null for the first. */
  previous_digest: model.text().nullable(),
})

export default Invoice
