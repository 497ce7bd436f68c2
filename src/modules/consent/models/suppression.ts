import { model } from "@medusajs/framework/utils"

/** What an address said no to, as a keyed digest of the address, so that it outlives the person's erasure. */
const ConsentSuppression = model.define("dk_consent_suppression", {
  id: model.id({ prefix: "dkcsup" }).primaryKey(),
  controller_id: model.text(),
  /** HMAC of the e-mail or phone number in its plain form. */
  digest: model.text(),
  /** Which of the shop's secrets it was made with. */
  key_id: model.text(),
  /** Both null: an objection to all marketing; purpose `*`: to all that the phone is sent. */
  purpose: model.text().nullable(),
  channel: model.text().nullable(),
  /** The latest no. */
  stopped_at: model.dateTime(),
  /** `purpose:channel` of what the owner of the address has consented to since the objection. */
  except_for: model.array(),
})

export default ConsentSuppression
