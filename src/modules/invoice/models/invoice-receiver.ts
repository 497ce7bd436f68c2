import { model } from "@medusajs/framework/utils"

/** What Nemhandel's register said of a receiver, for a day. */
const InvoiceReceiver = model.define("dk_invoice_receiver", {
  id: model.id({ prefix: "dkircv" }).primaryKey(),
  /** ISO 6523 scheme and number, e.g. `0088:5798000420526`. */
  participant: model.text(),
  /** Name of an authority's unit; null for businesses. */
  name: model.text().nullable(),
  takes_peppol: model.boolean(),
  takes_oioubl: model.boolean(),
  looked_up_at: model.dateTime(),
})

export default InvoiceReceiver
