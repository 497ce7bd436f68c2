import { model } from "@medusajs/framework/utils"

/** One pass over every text of the database for all people erased since the last: tables, columns and counts only. */
const Scan = model.define(
  { name: "personalDataScan", tableName: "dk_personal_data_scan" },
  {
    id: model.id({ prefix: "dkscan" }).primaryKey(),
    /** One at a time is running; a killed one goes on with the tables it has not read. */
    status: model.enum(["running", "done"]),
    /** Id of the user; the nightly job when null. */
    started_by: model.text().nullable(),
    erasure_ids: model.array(),
    done_tables: model.array(),
    findings: model.json(),
    totals: model.json(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  }
)

export default Scan
