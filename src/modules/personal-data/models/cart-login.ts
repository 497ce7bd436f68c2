import { model } from "@medusajs/framework/utils"

/**
 * A cart that its account's owner changed while logged in. Medusa gives a cart to the account whose e-mail is typed
 * in it, by whomever; this tells the two apart.
 */
const CartLogin = model.define(
  { name: "personalDataCartLogin", tableName: "dk_personal_data_cart_login" },
  { id: model.text().primaryKey(), customer_id: model.text() }
)

export default CartLogin
