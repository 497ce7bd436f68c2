import { model } from "@medusajs/framework/utils"

/** An address that must not be marketed to, as a keyed digest, so that it outlives the person's erasure. */
const ConsentSuppression = model.define("dk_consent_suppression", {
  id: model.id({ prefix: "dkcsup" }).primaryKey(),
  controller_id: model.text(),
  /** HMAC of the e-mail or phone number in its plain form. */
  digest: model.text(),
  /** Which of the shop's secrets it was made with. */
  key_id: model.text(),
})

export default ConsentSuppression
