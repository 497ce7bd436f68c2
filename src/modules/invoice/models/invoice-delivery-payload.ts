import { model } from "@medusajs/framework/utils"

/** The bytes of an e-invoice as they were sent or handed out. Kept and released with its document, never changed. */
const InvoiceDeliveryPayload = model.define("dk_invoice_delivery_payload", {
  id: model.id({ prefix: "dkipay" }).primaryKey(),
  controller_id: model.text(),
  delivery_id: model.text(),
  invoice_id: model.text(),
  order_id: model.text(),
  format: model.enum(["peppol", "oioubl"]),
  /** XML; its UTF-8 bytes are what is sent. */
  content: model.text(),
  /** SHA-256 of the bytes, 64 hex digits. */
  sha256: model.text(),
})

export default InvoiceDeliveryPayload
