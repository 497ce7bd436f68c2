import { model } from "@medusajs/framework/utils"

/** One case. Its state and times repeat what its timeline says, for lists. No data that was breached stands in it. */
const Breach = model.define(
  { name: "breach", tableName: "dk_breach" },
  {
    id: model.id({ prefix: "dkbrc" }).primaryKey(),
    controller_id: model.text(),
    /** What staff calls it; no names. */
    title: model.text(),
    state: model.enum(["open", "closed"]),
    is_drill: model.boolean(),
    /** When somebody was reasonably certain, and by when the authority is told; null while it is looked into. */
    aware_at: model.dateTime().nullable(),
    deadline_at: model.dateTime().nullable(),
    /** Whether the authority must be told, or may have to be while nobody has assessed it. */
    must_report: model.boolean().default(true),
    /** When the authority was told first. */
    first_reported_at: model.dateTime().nullable(),
    closed_at: model.dateTime().nullable(),
    /** Id of the user who opened it. */
    opened_by: model.text(),
  }
)

export default Breach
