import { model } from "@medusajs/framework/utils"
import { DELIVERY_CHANNELS, DELIVERY_STATES, RECIPIENTS } from "../domain/delivery/delivery"

/**
 * One sending of an issued document. An address that staff typed is not in it, nor anywhere else. Goes when the
 * document goes.
 */
const InvoiceDelivery = model.define("dk_invoice_delivery", {
  id: model.id({ prefix: "dkidel" }).primaryKey(),
  controller_id: model.text(),
  invoice_id: model.text(),
  order_id: model.text(),
  channel: model.enum([...DELIVERY_CHANNELS]),
  recipient: model.enum([...RECIPIENTS]),
  /** Kind of the transport for an e-invoice; `link` or `pdf` for a mail. */
  way: model.text(),
  /** Asked for by staff, or chosen when it was sent; null for a mail. */
  format: model.enum(["peppol", "oioubl"]).nullable(),
  state: model.enum([...DELIVERY_STATES]).default("queued"),
  /** What a receiver would refuse: `[{ code, rule }]`. */
  problems: model.json(),
  /** In the words of staff who settled it. */
  note: model.text().nullable(),
  /** `system`, or the id of a staff user. */
  asked_by: model.text(),
  settled_by: model.text().nullable(),
  /** Set before anything is sent, cleared by a sure outcome: found set, nobody knows whether it arrived. */
  began_at: model.dateTime().nullable(),
  /** A code without personal data. */
  outcome: model.text().nullable(),
  attempts: model.number().default(0),
  next_attempt_at: model.dateTime(),
  claimed_until: model.dateTime().nullable(),
  done_at: model.dateTime().nullable(),
})

export default InvoiceDelivery
