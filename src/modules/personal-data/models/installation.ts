import { model } from "@medusajs/framework/utils"

/** Which installation of the shop this database is, and those whose lines of the ledger it believes besides. */
const Installation = model.define(
  { name: "personalDataInstallation", tableName: "dk_personal_data_installation" },
  {
    id: model.id({ prefix: "dkinst" }).primaryKey(),
    /** One row only: the lines this database writes bear its id. */
    is_own: model.boolean(),
  }
)

export default Installation
