import { model } from "@medusajs/framework/utils"

/** One try to tell one person in one way; also the outbox of mails and text messages. */
const BreachNotice = model.define(
  { name: "breachNotice", tableName: "dk_breach_notice" },
  {
    id: model.id({ prefix: "dkbrn" }).primaryKey(),
    breach_id: model.text(),
    breach_person_id: model.text(),
    notice_channel: model.enum(["mail", "sms", "call", "letter"]),
    /** Rows of a batch are sent by one server at a time. */
    batch: model.text(),
    outcome: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    claimed_until: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
    /** SHA-256 of the text that was sent. */
    digest: model.text().nullable(),
    /** Id of the user who called or wrote. */
    told_by: model.text().nullable(),
  }
)

export default BreachNotice
