import { model } from "@medusajs/framework/utils"

/** Keyed digest of something an erasure erased, until the whole database has been looked through for it. */
const ScanDigest = model.define(
  { name: "personalDataScanDigest", tableName: "dk_personal_data_scan_digest" },
  {
    id: model.id({ prefix: "dkscd" }).primaryKey(),
    erasure_id: model.text(),
    kind: model.enum(["email", "phone", "street", "name"]),
    /** How many words it has. */
    words: model.number(),
    /** A short keyed mark of its first words, which few other texts share: what has it is looked at closely. */
    mark: model.number(),
    digest: model.text(),
    /** Which of the shop's secrets it was made with. */
    key_id: model.text(),
  }
)

export default ScanDigest
