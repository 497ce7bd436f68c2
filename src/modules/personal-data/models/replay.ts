import { model } from "@medusajs/framework/utils"

/** One replay of the ledger after a backup was restored: counts and ids only. */
const Replay = model.define(
  { name: "personalDataReplay", tableName: "dk_personal_data_replay" },
  {
    id: model.id({ prefix: "dkrpl" }).primaryKey(),
    status: model.enum(["running", "done", "failed"]),
    started_by: model.text().nullable(),
    report: model.json(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  }
)

export default Replay
