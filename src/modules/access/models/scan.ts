import { model } from "@medusajs/framework/utils"

/** How far the scan of old data has come. One row. */
const Scan = model.define(
  { name: "accessScan", tableName: "dk_access_scan" },
  {
    id: model.text().primaryKey(),
    /** The table it is at, and the last row it has read there. */
    table_name: model.text(),
    after_id: model.text(),
    /** Rows read since it began. */
    rows: model.number(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  }
)

export default Scan
