import { model } from "@medusajs/framework/utils"

/** That somebody read people's data: who, where, about whom, how many. No values. */
const AccessEvent = model.define(
  { name: "accessEvent", tableName: "dk_access_event" },
  {
    id: model.id({ prefix: "dkaevt" }).primaryKey(),
    controller_id: model.text(),
    actor_type: model.enum(["user", "api-key"]),
    actor_id: model.text(),
    /** Null: staff without a role, or a secret API key. */
    role: model.text().nullable(),
    /** `GET /admin/orders/:id`: how the route is declared, never the path that was asked for. */
    route: model.text(),
    purpose: model.text(),
    /** Ids of customers, orders and carts; at most 1,000. */
    subject_ids: model.array(),
    /** How many people the answer carried. */
    count: model.number(),
    read_at: model.dateTime(),
  }
)

export default AccessEvent
