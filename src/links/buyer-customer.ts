import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import BuyerModule from "../modules/buyer"

/** `customer.dk_buyer`: the default buyer, read by its customer_id. */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  { ...BuyerModule.linkable.dkBuyer.id, primaryKey: "customer_id" },
  { readOnly: true }
)
