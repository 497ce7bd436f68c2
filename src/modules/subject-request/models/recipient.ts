import { model } from "@medusajs/framework/utils"
import { RECIPIENT_ROLES } from "../domain/recipients"

/** A company that gets personal data from the store, with the agreement about it. */
const SubjectRecipient = model.define(
  { name: "subjectRecipient", tableName: "dk_subject_request_recipient" },
  {
    id: model.id({ prefix: "dkrcp" }).primaryKey(),
    controller_id: model.text(),
    origin: model.enum(["options", "staff"]),
    name: model.text(),
    role: model.enum([...RECIPIENT_ROLES]),
    purposes: model.array(),
    country: model.text(),
    safeguard: model.text().nullable(),
    agreement_on: model.text().nullable(),
    agreement_reference: model.text().nullable(),
    /** Where it is told by mail; without one staff tells it by hand, as `contact_how` says. */
    contact_email: model.text().nullable(),
    contact_how: model.text().nullable(),
    next_review_on: model.text().nullable(),
    is_active: model.boolean().default(true),
  }
)

export default SubjectRecipient
