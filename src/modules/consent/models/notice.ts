import { model } from "@medusajs/framework/utils"
import { NOTICE_KINDS } from "../domain/notice-data"

/** One version of a text that tells people what happens to their data. Never changed once published. */
const ConsentNotice = model.define("dk_consent_notice", {
  id: model.id({ prefix: "dkcnot" }).primaryKey(),
  controller_id: model.text(),
  kind: model.enum([...NOTICE_KINDS]),
  /** Of a marketing text: what for, and on which channel; null for the others. */
  purpose: model.text().nullable(),
  channel: model.text().nullable(),
  locale: model.text(),
  /** 1, 2, 3 … within a kind, purpose, channel and locale. */
  version: model.number(),
  body: model.text(),
  /** What belongs to the text: the list of cookies, what a policy declares, on what marketing rests. */
  data: model.json().nullable(),
  /** Of the body and the data, 64 hex digits: what evidence points at. */
  sha256: model.text(),
  /** People are asked again when it comes into force. */
  material: model.boolean().default(false),
  effective_from: model.dateTime().nullable(),
  /** Null: a draft, seen by staff only. */
  published_at: model.dateTime().nullable(),
})

export default ConsentNotice
