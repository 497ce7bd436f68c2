import { model } from "@medusajs/framework/utils"

/** A number in old data that is not to be stored: where it stands, never the number itself. */
const Finding = model.define(
  { name: "accessFinding", tableName: "dk_access_finding" },
  {
    id: model.id({ prefix: "dkfind" }).primaryKey(),
    table_name: model.text(),
    column_name: model.text(),
    row_id: model.text(),
    /** Keys of a JSON column joined by dots, a number among them as `*`; empty for a text. */
    path: model.text(),
    kind: model.enum(["cpr", "card"]),
    /** `211062-****` while it is there; null for cards. */
    masked: model.text().nullable(),
    state: model.enum(["open", "dismissed", "resolved"]),
    found_at: model.dateTime(),
    /** Null for what resolved itself. */
    changed_by: model.text().nullable(),
    changed_at: model.dateTime().nullable(),
    /** Keyed digest of the text that staff said holds none: another text is asked about again. */
    digest: model.text().nullable(),
  }
)

export default Finding
