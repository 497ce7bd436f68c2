import { model } from "@medusajs/framework/utils"

/**
 * One payment session that ever had a payment at Nets, and that payment as it was last seen: ids, totals and
 * states by allow-list. Amounts are minor units. The sweep works from it; staff read it.
 */
const DkNetsPayment = model
  .define("dk_nets_payment", {
    id: model.id({ prefix: "dknetspay" }).primaryKey(),
    /** Medusa's payment session. */
    session_id: model.text().unique(),
    /** What the session was made for; it stays when Medusa deletes the session. */
    payment_collection_id: model.text().nullable(),
    payment_id: model.text(),
    account: model.text(),
    /** `test`, `live` or `emulator` as the account was when the payment was made; null when that was not seen. */
    environment: model.text().nullable(),
    currency_code: model.text(),
    /** What the payment was made for. */
    amount: model.number().default(0),
    reserved: model.number().default(0),
    charged: model.number().default(0),
    /** Refunded, or on its way. */
    refunded: model.number().default(0),
    cancelled: model.number().default(0),
    payment_type: model.text().nullable(),
    payment_method: model.text().nullable(),
    /** `[{ charge_id, amount }]` */
    charges: model.json(),
    /** `[{ refund_id, amount, state }]` */
    refunds: model.json(),
    /** Nets charges it at once after the reservation, as it was made. */
    auto_charge: model.boolean().default(false),
    /** When the shop began to release or give back the money; never authorised from then on. */
    release_asked_at: model.dateTime().nullable(),
    /** The checkout cannot be paid any more. */
    terminated: model.boolean().default(false),
    /** Until when the checkout can be paid, as Nets says. */
    expires_at: model.dateTime().nullable(),
    /** When money was first seen reserved and not charged. */
    reserved_at: model.dateTime().nullable(),
    /** When Nets was last read. */
    checked_at: model.dateTime().nullable(),
    /** Reads of the payment in the hour that began at `reads_since`; Nets answers thirty. */
    reads: model.number().default(0),
    reads_since: model.dateTime().nullable(),
    next_check_at: model.dateTime(),
    /** Checks in a row that failed; each makes the next wait longer. */
    failures: model.number().default(0),
    /** Until then one server puts Medusa right after a look; others leave it to that one. */
    working_until: model.dateTime().nullable(),
    /** Somebody looked while that was going on: the next look comes at once. */
    look_again: model.boolean().default(false),
    /** A code of what staff has to look at; empty while nothing is wrong. */
    problem: model.text().nullable(),
    problem_since: model.dateTime().nullable(),
    /** From then on nothing is expected to happen any more. */
    closed_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["next_check_at"], where: "closed_at IS NULL AND deleted_at IS NULL" }])

export default DkNetsPayment
