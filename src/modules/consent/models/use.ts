import { model } from "@medusajs/framework/utils"

/** Evidence that a permission was used: the person stood on a list that left the shop for this purpose and channel. */
const ConsentUse = model.define("dk_consent_use", {
  id: model.id({ prefix: "dkcuse" }).primaryKey(),
  controller_id: model.text(),
  subject_key: model.text(),
  purpose: model.text(),
  channel: model.text(),
  used_at: model.dateTime(),
})

export default ConsentUse
