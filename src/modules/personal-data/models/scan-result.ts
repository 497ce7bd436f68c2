import { model } from "@medusajs/framework/utils"

/** What a full scan found of one erasure: it completes the proof, or names table, column and count. Evidence. */
const ScanResult = model.define(
  { name: "personalDataScanResult", tableName: "dk_personal_data_scan_result" },
  {
    id: model.id({ prefix: "dkscr" }).primaryKey(),
    erasure_id: model.text(),
    scan_id: model.text(),
    complete: model.boolean(),
    body: model.json(),
  }
)

export default ScanResult
