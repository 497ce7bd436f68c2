import { model } from "@medusajs/framework/utils"

/** A customer or an order that must not be erased while somebody has a claim or an authority asks. Never deleted. */
const Hold = model.define(
  { name: "personalDataHold", tableName: "dk_personal_data_hold" },
  {
    id: model.id({ prefix: "dkhold" }).primaryKey(),
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    kind: model.enum(["legal_claim", "dispute", "authority", "other"]),
    reason: model.text(),
    /** Last day it is in force, `YYYY-MM-DD` in Denmark. */
    ends_on: model.text().nullable(),
    created_by: model.text(),
    lifted_at: model.dateTime().nullable(),
    lifted_by: model.text().nullable(),
  }
)

export default Hold
