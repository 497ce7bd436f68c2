import { model } from "@medusajs/framework/utils"

/** An order whose buyer is kept for bookkeeping only, until a day. */
const Restriction = model.define(
  { name: "personalDataRestriction", tableName: "dk_personal_data_restriction" },
  {
    id: model.id({ prefix: "dkrestr" }).primaryKey(),
    order_id: model.text(),
    erasure_id: model.text(),
    /** Last day the data is kept, `YYYY-MM-DD`. */
    keep_through: model.text(),
    law: model.text(),
    released_at: model.dateTime().nullable(),
  }
)

export default Restriction
