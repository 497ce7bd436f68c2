import { holdsMoney, refundedOrPending, stateOf } from "./payment-state"
import type { NetsPayment } from "./payment-state"

/** What Medusa knows of a payment session. Amounts are minor units. */
export type SessionFacts = {
  session_id: string
  amount: number
  currency: string
  /** The payment collection's amount now; it may have changed since the session was made. */
  collection_amount: number
  has_payment: boolean
  cart_id: string | null
  order_id: string | null
}

export type Settlement =
  | { action: "complete_cart"; cart_id: string; outcome: string }
  | { action: "authorize_session"; outcome: string }
  | { action: "none"; outcome: string }

const nothing = (outcome: string): Settlement => ({ action: "none", outcome })

/**
 * What has to happen for a session, from the fetched payment and Medusa's facts alone: asked twice, or after
 * events in any order, it gives the same answer, and nothing once it has happened.
 */
export const decideSettlement = (facts: SessionFacts, payment: NetsPayment): Settlement => {
  // An order that is edited later has another amount to pay than its payment, and nothing is wrong.
  if (facts.order_id !== null && facts.has_payment) return nothing("order_exists")
  const { status } = stateOf(payment, { amount: facts.amount, currency: facts.currency })
  if (status === "mismatch" || facts.amount !== facts.collection_amount) {
    return nothing(holdsMoney(payment) ? "amount_mismatch" : "amount_changed")
  }
  if (status !== "authorized" && status !== "captured") return nothing(status)
  if (facts.order_id !== null) return nothing("order_exists")
  if (refundedOrPending(payment) > 0) return nothing("refunded")
  if (facts.cart_id !== null) {
    return { action: "complete_cart", cart_id: facts.cart_id, outcome: "order_placed" }
  }
  if (facts.has_payment) return nothing("already_authorized")
  return { action: "authorize_session", outcome: "authorized" }
}

const PAID_EVENT = /^payment\.(reservation|charge)\.created/

/**
 * What becomes of a webhook after this outcome.
 *
 * - `again`: it tells of money that the fetched payment does not show yet
 * - `open`: money is held that no order will be made of; staff has to look at it
 * - `done`: nothing more to do
 */
export const afterSettlement = (event: string, outcome: string): "again" | "open" | "done" => {
  if (outcome === "amount_mismatch" || outcome === "paid_without_session") return "open"
  const unpaid =
    outcome === "pending" || outcome === "requires_more" || outcome === "amount_changed"
  return unpaid && PAID_EVENT.test(event) ? "again" : "done"
}
