import { model } from "@medusajs/framework/utils"

/** A letter that an event owes the person. Its text is made when it is sent and is not kept. */
const SubjectRequestLetter = model.define(
  { name: "subjectRequestLetter", tableName: "dk_subject_request_letter" },
  {
    id: model.id({ prefix: "dkrql" }).primaryKey(),
    request_id: model.text(),
    event_id: model.text(),
    template: model.text(),
    locale: model.text(),
    /** Stands in the letter, and here only until it is sent: without it nobody can guess the text behind the digest. */
    nonce: model.text().nullable(),
    /** SHA-256 of the text as it was last sent or printed, nonce and all. */
    digest: model.text().nullable(),
    /** `mailed`, `by_hand`, `mail_interrupted`, or `failed: …`; null while nothing was tried. */
    outcome: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    claimed_until: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
    sent_at: model.dateTime().nullable(),
    /** Id of the user who sent it by hand. */
    sent_by: model.text().nullable(),
    /** Follows from the outcome: `waiting`, `sent`, `failed` or `by_hand`. */
    state: model.text(),
  }
)

export default SubjectRequestLetter
