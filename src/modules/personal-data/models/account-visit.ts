import { model } from "@medusajs/framework/utils"

/** In which month an account was last used while logged in: who visits without buying is not inactive. */
const AccountVisit = model.define(
  { name: "personalDataAccountVisit", tableName: "dk_personal_data_account_visit" },
  {
    /** Id of the customer. */
    id: model.text().primaryKey(),
    /** `YYYY-MM` in Denmark. */
    visited_in: model.text(),
  }
)

export default AccountVisit
