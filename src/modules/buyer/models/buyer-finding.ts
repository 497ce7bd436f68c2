import { model } from "@medusajs/framework/utils"

/** A buyer rule that an order breaks although it was placed: for staff to mend. */
const BuyerFinding = model.define("dk_buyer_finding", {
  id: model.id({ prefix: "dkfnd" }).primaryKey(),
  order_id: model.text(),
  /** Field the rule is about; `buyer` when there is none at all. */
  field: model.text(),
  code: model.text(),
  resolved_at: model.dateTime().nullable(),
})

export default BuyerFinding
