import { model } from "@medusajs/framework/utils"

/** A person said that their address is protected; belongs to a customer, a cart or an order. Never lapses by itself. */
const Protection = model.define(
  { name: "accessProtection", tableName: "dk_access_protection" },
  {
    id: model.id({ prefix: "dkprot" }).primaryKey(),
    customer_id: model.text().nullable(),
    cart_id: model.text().nullable(),
    order_id: model.text().nullable(),
    /** Who said so: the account's owner, the shopper, or staff on the person's word. */
    source: model.enum(["self", "checkout", "phone"]),
    declared_at: model.dateTime(),
    /** Id of the staff user. */
    declared_by: model.text().nullable(),
    lifted_at: model.dateTime().nullable(),
    lifted_source: model.enum(["self", "checkout", "phone"]).nullable(),
    lifted_by: model.text().nullable(),
  }
)

export default Protection
