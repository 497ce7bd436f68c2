import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import BuyerModule from "../modules/buyer"

/** `order.dk_buyer`: the order's own buyer; without one its cart's counts. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...BuyerModule.linkable.dkBuyer.id, primaryKey: "order_id" },
  { readOnly: true }
)
