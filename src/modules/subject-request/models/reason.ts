import { model } from "@medusajs/framework/utils"

/** Why staff decided something, in their own words. It may name the person, so it goes with the name. */
const SubjectRequestReason = model.define(
  { name: "subjectRequestReason", tableName: "dk_subject_request_reason" },
  {
    /** Id of the event. */
    id: model.text().primaryKey(),
    request_id: model.text(),
    text: model.text(),
  }
)

export default SubjectRequestReason
