import { model } from "@medusajs/framework/utils"
import { CHOICE_METHODS } from "../domain/cookie-choice"
import { EVENT_SOURCES, EVENT_STATES } from "../domain/consent-state"

/** Evidence of one thing that happened about a notice or a consent. Holds no name, e-mail or address. */
const ConsentEvent = model.define("dk_consent_event", {
  id: model.id({ prefix: "dkcevt" }).primaryKey(),
  controller_id: model.text(),
  /** Opaque; `dk_consent_subject` says who it is until that person is erased. */
  subject_key: model.text(),
  /** What it is about: the kind of a notice, or a purpose of marketing or of cookies. */
  purpose: model.text(),
  /** How somebody is reached (`email`, `sms`), or `cookies`; null for what was only shown and for an objection. */
  channel: model.text().nullable(),
  state: model.enum([...EVENT_STATES]),
  source: model.enum([...EVENT_SOURCES]),
  /** Where it happened: `checkout`, `registration`, `account` … */
  place: model.text(),
  /** What makes it the same event when it arrives again; made of opaque ids. */
  natural_key: model.text(),
  notice_id: model.text().nullable(),
  notice_sha256: model.text().nullable(),
  order_id: model.text().nullable(),
  /** How a choice of cookies was made; null for everything else. */
  method: model.enum([...CHOICE_METHODS]).nullable(),
  occurred_at: model.dateTime(),
})

export default ConsentEvent
