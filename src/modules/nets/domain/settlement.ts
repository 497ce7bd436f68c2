import { refundedOrPending, stateOf } from "./payment-state"
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
  const { status } = stateOf(payment, { amount: facts.amount, currency: facts.currency })
  if (status === "mismatch" || facts.amount !== facts.collection_amount) {
    return nothing("amount_mismatch")
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
