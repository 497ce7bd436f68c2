import { model } from "@medusajs/framework/utils"

/** What staff wrote of the store's security for the Article 30 record. Append-only: the highest version counts. */
const RecordText = model.define("dk_personal_data_record_text", {
  id: model.id({ prefix: "dkrect" }).primaryKey(),
  controller_id: model.text(),
  version: model.number(),
  security: model.text(),
  /** The staff user who wrote it. */
  written_by: model.text(),
})

export default RecordText
