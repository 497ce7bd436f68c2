import { model } from "@medusajs/framework/utils"

/** While one is in force nothing at all is erased: a tax audit or a court wants everything as it is. Never deleted. */
const Stop = model.define(
  { name: "personalDataStop", tableName: "dk_personal_data_stop" },
  {
    id: model.id({ prefix: "dkstop" }).primaryKey(),
    kind: model.enum(["tax_audit", "court", "authority", "other"]),
    reason: model.text(),
    /** Last day it is in force, `YYYY-MM-DD` in Denmark. */
    ends_on: model.text(),
    created_by: model.text(),
    lifted_at: model.dateTime().nullable(),
    lifted_by: model.text().nullable(),
    lift_reason: model.text().nullable(),
  }
)

export default Stop
