import { model } from "@medusajs/framework/utils"

/** What a sweep could not erase, with the reason; tried a few nights, then when staff asks. */
const Parked = model.define(
  { name: "personalDataParked", tableName: "dk_personal_data_parked" },
  {
    id: model.id({ prefix: "dkprk" }).primaryKey(),
    rule: model.text(),
    item_id: model.text(),
    /** The table that refused, or the code of the error. */
    reason: model.text(),
    attempts: model.number().default(1),
    tried_at: model.dateTime(),
  }
)

export default Parked
