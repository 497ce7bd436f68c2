import { model } from "@medusajs/framework/utils"

/** One version of a text that tells people what happens to their data. Never changed once published. */
const ConsentNotice = model.define("dk_consent_notice", {
  id: model.id({ prefix: "dkcnot" }).primaryKey(),
  controller_id: model.text(),
  kind: model.enum(["privacy", "staff"]),
  locale: model.text(),
  /** 1, 2, 3 … within a kind and locale. */
  version: model.number(),
  body: model.text(),
  /** Of the body, 64 hex digits: what evidence points at. */
  sha256: model.text(),
  effective_from: model.dateTime().nullable(),
  /** Null: a draft, seen by staff only. */
  published_at: model.dateTime().nullable(),
})

export default ConsentNotice
