import { model } from "@medusajs/framework/utils"

/** A person whose data may only be stored for a while (GDPR Art. 18). Never deleted. */
const PersonRestriction = model.define(
  { name: "personalDataPersonRestriction", tableName: "dk_personal_data_person_restriction" },
  {
    id: model.id({ prefix: "dkprestr" }).primaryKey(),
    /** Exactly one of three, until the person is erased. */
    customer_id: model.text().nullable(),
    order_id: model.text().nullable(),
    email: model.text().nullable(),
    /** Art. 18(1)(a) to (d). */
    ground: model.enum(["accuracy_contested", "unlawful", "legal_claim", "objection"]),
    /** First and last day it is in force, `YYYY-MM-DD` in Denmark. */
    from_on: model.text(),
    ends_on: model.text().nullable(),
    created_by: model.text(),
    lifted_at: model.dateTime().nullable(),
    lifted_by: model.text().nullable(),
    lift_reason: model.text().nullable(),
    /** When the person was told that it would be lifted (Art. 18(3)). */
    told_at: model.dateTime().nullable(),
  }
)

export default PersonRestriction
