import { model } from "@medusajs/framework/utils"

/** An account's approval to buy on invoice. A change revokes the row and adds another; one is in force at most. */
const BuyerCredit = model.define("dk_buyer_credit", {
  id: model.id({ prefix: "dkcred" }).primaryKey(),
  customer_id: model.text(),
  /** Most that may be unpaid at once, in whole øre (DKK). */
  limit_amount: model.number(),
  /** Days from issue to the last day of payment. */
  terms_days: model.number(),
  /** Id of the staff user. */
  approved_by: model.text(),
  revoked_at: model.dateTime().nullable(),
  revoked_by: model.text().nullable(),
})

export default BuyerCredit
