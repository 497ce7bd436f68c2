import { model } from "@medusajs/framework/utils"

/** One line of a case's timeline. Evidence: never changed. */
const BreachEvent = model.define(
  { name: "breachEvent", tableName: "dk_breach_event" },
  {
    id: model.id({ prefix: "dkbre" }).primaryKey(),
    breach_id: model.text(),
    /** From 1, without gaps. */
    position: model.number(),
    type: model.text(),
    /** What belongs to the type; see `domain/events.ts`. */
    data: model.json(),
    /** `system`, or the id of a user. */
    actor: model.text(),
    occurred_at: model.dateTime(),
  }
)

export default BreachEvent
