import { model } from "@medusajs/framework/utils"

/** A notice the storefront says it showed during a checkout. */
const ConsentCartNotice = model.define("dk_consent_cart_notice", {
  id: model.id({ prefix: "dkccno" }).primaryKey(),
  controller_id: model.text(),
  cart_id: model.text(),
  notice_id: model.text(),
})

export default ConsentCartNotice
