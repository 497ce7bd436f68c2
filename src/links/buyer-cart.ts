import { defineLink } from "@medusajs/framework/utils"
import CartModule from "@medusajs/medusa/cart"
import BuyerModule from "../modules/buyer"

/** `cart.dk_buyer`: who buys, read by its cart_id. */
export default defineLink(
  { linkable: CartModule.linkable.cart, field: "id" },
  { ...BuyerModule.linkable.dkBuyer.id, primaryKey: "cart_id" },
  { readOnly: true }
)
