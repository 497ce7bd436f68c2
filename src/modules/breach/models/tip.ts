import { model } from "@medusajs/framework/utils"
import { TIP_STATES } from "../domain/kinds"

/** What a customer told the shop of; staff looks into it. Numbers that look like CPR or cards are masked. */
const BreachTip = model.define(
  { name: "breachTip", tableName: "dk_breach_tip" },
  {
    id: model.id({ prefix: "dkbrt" }).primaryKey(),
    controller_id: model.text(),
    message: model.text(),
    /** Where staff may ask more; null when they gave none. */
    tipster_email: model.text().nullable(),
    /** Of somebody who was signed in. */
    customer_id: model.text().nullable(),
    locale: model.text(),
    state: model.enum([...TIP_STATES]),
    /** The case it led to. */
    breach_id: model.text().nullable(),
    decided_by: model.text().nullable(),
    decided_at: model.dateTime().nullable(),
  }
)

export default BreachTip
