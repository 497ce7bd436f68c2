import { model } from "@medusajs/framework/utils"

/** Written before anything is erased, so that an erasure can be done again after a restored backup. Ids only. */
const Ledger = model.define(
  { name: "personalDataLedger", tableName: "dk_personal_data_ledger" },
  {
    id: model.id({ prefix: "dkledg" }).primaryKey(),
    erasure_id: model.text(),
    customer_ids: model.array(),
    order_ids: model.array(),
  }
)

export default Ledger
