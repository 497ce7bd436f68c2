import { model } from "@medusajs/framework/utils"

/** When a worker last ran jobs, and when the mail of a month was last sent: a row each, `updated_at` tells. */
const Heartbeat = model.define(
  { name: "accessHeartbeat", tableName: "dk_access_heartbeat" },
  { id: model.id({ prefix: "dkbeat" }).primaryKey() }
)

export default Heartbeat
