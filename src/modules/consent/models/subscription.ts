import { model } from "@medusajs/framework/utils"

/** Somebody asked for marketing; it becomes a consent when the owner of the mailbox says so. */
const ConsentSubscription = model.define("dk_consent_subscription", {
  id: model.id({ prefix: "dkcsbs" }).primaryKey(),
  controller_id: model.text(),
  /** Lower case; null once it is confirmed. */
  email: model.text().nullable(),
  /** Whose account or order asked, beside the mailbox; null for a sign-up by nobody known. */
  subject_key: model.text().nullable(),
  purpose: model.text(),
  channel: model.text(),
  notice_id: model.text(),
  locale: model.text(),
  /** After it the mailed link says nothing. */
  expires_at: model.dateTime(),
  outcome: model.text().nullable(),
  attempts: model.number().default(0),
  next_attempt_at: model.dateTime(),
  claimed_until: model.dateTime().nullable(),
  done_at: model.dateTime().nullable(),
})

export default ConsentSubscription
