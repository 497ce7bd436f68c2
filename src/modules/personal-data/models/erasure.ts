import { model } from "@medusajs/framework/utils"

/** One erasure of one person, from proposal to end. Holds the e-mail only until it is done. */
const Erasure = model.define(
  { name: "personalDataErasure", tableName: "dk_personal_data_erasure" },
  {
    id: model.id({ prefix: "dkera" }).primaryKey(),
    status: model.enum(["proposed", "planned", "running", "done", "cancelled"]),
    /** Who asked: a member of staff, Medusa's own deletion of the customer, or the ledger after a restored backup. */
    source: model.enum(["staff", "customer_deleted", "replay"]),
    customer_id: model.text().nullable(),
    email: model.text().nullable(),
    customer_ids: model.array(),
    /** Orders and carts that had to wait when it last ran; they are found again by these ids. */
    waiting_ids: model.array(),
    /** All it waited for then, with the reasons; holds and vetoes too. */
    waiting: model.json(),
    /** Orders of a visitor who may be somebody else; they are left until staff confirms them. */
    left_ids: model.array(),
    confirmed_order_ids: model.array(),
    reason: model.text().nullable(),
    override_blocks: model.boolean().default(false),
    requested_by: model.text().nullable(),
    grace_until: model.dateTime().nullable(),
    started_at: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
    cancelled_at: model.dateTime().nullable(),
    cancelled_by: model.text().nullable(),
    /** Ids of customers, orders and carts that the last runs changed; until a second look. */
    touched: model.json().nullable(),
    /** When search, caches and other plugins were told of them. */
    told_at: model.dateTime().nullable(),
    /** Further e-mails that a replay knew the person by; like the e-mail, only until it is done. */
    more_emails: model.array(),
    /** When the ledger made it due again: from then on nothing newer than `started_at` is touched. */
    replayed_at: model.dateTime().nullable(),
  }
)

export default Erasure
