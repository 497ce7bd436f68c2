import { model } from "@medusajs/framework/utils"

/** What a shopper chose in a cart's checkout; it becomes evidence with the order and is nothing without one. */
const ConsentCartChoice = model.define("dk_consent_cart_choice", {
  id: model.id({ prefix: "dkccho" }).primaryKey(),
  controller_id: model.text(),
  cart_id: model.text(),
  purpose: model.text(),
  channel: model.text(),
  state: model.enum(["given", "refused"]),
  notice_id: model.text(),
})

export default ConsentCartChoice
