import { model } from "@medusajs/framework/utils"

/** Proof that a company's account was given to a new contact: counts and ids, nobody's name. Never changed. */
const HandOver = model.define(
  { name: "personalDataHandOver", tableName: "dk_personal_data_hand_over" },
  {
    id: model.id({ prefix: "dkhand" }).primaryKey(),
    customer_id: model.text(),
    requested_by: model.text(),
    complete: model.boolean(),
    body: model.json(),
  }
)

export default HandOver
