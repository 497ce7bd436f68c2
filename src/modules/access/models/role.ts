import { model } from "@medusajs/framework/utils"

/** A role that was given or taken; the last one of a user counts. Never changed. */
const Role = model.define(
  { name: "accessRole", tableName: "dk_access_role" },
  {
    id: model.id({ prefix: "dkarole" }).primaryKey(),
    controller_id: model.text(),
    user_id: model.text(),
    /** Null: taken away. */
    role: model.enum(["owner", "customer_service", "bookkeeper", "warehouse"]).nullable(),
    given_by: model.text(),
  }
)

export default Role
