import { model } from "@medusajs/framework/utils"

/** Evidence of one thing that happened about a notice or a consent. Holds no name, e-mail or address. */
const ConsentEvent = model.define("dk_consent_event", {
  id: model.id({ prefix: "dkcevt" }).primaryKey(),
  controller_id: model.text(),
  /** Opaque; `dk_consent_subject` says who it is until that person is erased. */
  subject_key: model.text(),
  /** What it is about: the kind of a notice, later also marketing purposes. */
  purpose: model.text(),
  channel: model.text(),
  state: model.enum(["shown", "given", "refused", "withdrawn", "objected", "superseded"]),
  source: model.enum(["asserted", "assumed", "sent", "claimed"]),
  notice_id: model.text().nullable(),
  notice_sha256: model.text().nullable(),
  /** The purchase it happened at; one event of a purpose and state for each. */
  order_id: model.text().nullable(),
  occurred_at: model.dateTime(),
})

export default ConsentEvent
