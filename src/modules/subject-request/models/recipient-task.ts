import { model } from "@medusajs/framework/utils"

/** One recipient that is told of one erasure, correction or restriction; also the outbox of its mail. */
const SubjectRecipientTask = model.define(
  { name: "subjectRecipientTask", tableName: "dk_subject_request_recipient_task" },
  {
    id: model.id({ prefix: "dkrcpt" }).primaryKey(),
    recipient_id: model.text(),
    cause: model.enum(["erasure", "rectification", "restriction"]),
    /** Id of the erasure, or of the request. */
    cause_id: model.text(),
    order_ids: model.array(),
    state: model.enum(["open", "sent", "confirmed", "failed", "escalated"]).default("open"),
    /** Each failure begins a new one, with a mail of its own. */
    round: model.number().default(1),
    changed_by: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    confirmed_at: model.dateTime().nullable(),
    outcome: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    claimed_until: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
  }
)

export default SubjectRecipientTask
