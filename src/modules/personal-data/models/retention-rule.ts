import { model } from "@medusajs/framework/utils"

/** How long a rule keeps data from then on, with who set it and why. Evidence: the latest row of a rule holds. */
const RetentionRule = model.define(
  { name: "personalDataRetentionRule", tableName: "dk_personal_data_retention_rule" },
  {
    id: model.id({ prefix: "dkretr" }).primaryKey(),
    rule: model.text(),
    term: model.number(),
    unit: model.enum(["days", "months"]),
    reason: model.text(),
    changed_by: model.text(),
  }
)

export default RetentionRule
