import { model } from "@medusajs/framework/utils"

/** One line of a request's timeline. Evidence: never changed, and without personal data. */
const SubjectRequestEvent = model.define(
  { name: "subjectRequestEvent", tableName: "dk_subject_request_event" },
  {
    id: model.id({ prefix: "dkrqe" }).primaryKey(),
    request_id: model.text(),
    /** From 1, without gaps. */
    position: model.number(),
    type: model.text(),
    /** What belongs to the type: a proof, a ground, a day. */
    data: model.json(),
    /** `person`, `system`, or the id of a user. */
    actor: model.text(),
    occurred_at: model.dateTime(),
  }
)

export default SubjectRequestEvent
