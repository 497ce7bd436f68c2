import { model } from "@medusajs/framework/utils"

/**
 * One webhook that arrived with the right token: its ids, amount and what came of it; never its body.
 * Worked off through the outbox columns.
 */
const DkNetsReceipt = model
  .define("dk_nets_receipt", {
    id: model.id({ prefix: "dknetsrec" }).primaryKey(),
    /** Medusa's payment session, from the address the webhook was sent to. */
    session_id: model.text(),
    event: model.text(),
    event_id: model.text(),
    payment_id: model.text(),
    occurred_at: model.dateTime().nullable(),
    /** Minor units, as the event says; never acted upon. */
    amount: model.number().nullable(),
    currency_code: model.text().nullable(),
    charge_id: model.text().nullable(),
    refund_id: model.text().nullable(),
    cancel_id: model.text().nullable(),
    error_code: model.text().nullable(),
    /** What came of it; empty until it was worked off. */
    outcome: model.text().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime(),
    claimed_until: model.dateTime().nullable(),
    done_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["session_id", "event", "event_id"], unique: true }])

export default DkNetsReceipt
