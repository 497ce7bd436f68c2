import { model } from "@medusajs/framework/utils"

/** Rows that may be the person of a letter or call, for a day. Ids only: never the phone or name that was typed. */
const Selection = model.define(
  { name: "personalDataSelection", tableName: "dk_personal_data_selection" },
  {
    id: model.id({ prefix: "dksel" }).primaryKey(),
    status: model.enum(["open", "confirmed"]),
    way: model.enum(["order_number", "invoice_number", "phone", "name_and_postal_code"]),
    customer_ids: model.array(),
    order_ids: model.array(),
    cart_ids: model.array(),
    confirmed_ids: model.array(),
    created_by: model.text(),
    expires_at: model.dateTime(),
  }
)

export default Selection
