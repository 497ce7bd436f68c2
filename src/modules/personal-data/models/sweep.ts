import { model } from "@medusajs/framework/utils"

/** One sweep of what is past its term: where it is, and what it did. Counts and rule names only. */
const Sweep = model.define(
  { name: "personalDataSweep", tableName: "dk_personal_data_sweep" },
  {
    id: model.id({ prefix: "dkswp" }).primaryKey(),
    /** One at a time is running; a killed one is taken up again where it was. */
    status: model.enum(["running", "done", "stopped"]),
    /** Id of the user; the nightly job when null. */
    started_by: model.text().nullable(),
    /** Rule and last id that were done. */
    place: model.json().nullable(),
    report: model.json(),
    /** Ids of customers, orders and carts of which nobody has been told yet. */
    touched: model.json().nullable(),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  }
)

export default Sweep
