/** A payment as it is kept. Amounts are minor units. */
export type SeenPayment = {
  amount: number
  reserved: number
  charged: number
  /** Refunded, or on its way. */
  refunded: number
  cancelled: number
  refunds: readonly { state: string }[]
  terminated: boolean
  expires_at: Date | null
}

export type SeenState =
  | "unpaid"
  | "ended"
  | "reserved"
  | "partly_charged"
  | "charged"
  | "cancelled"
  | "refund_pending"
  | "partly_refunded"
  | "refunded"

const stateOfCharged = (seen: SeenPayment): SeenState => {
  if (seen.refunds.some(({ state }) => state === "Pending")) return "refund_pending"
  if (seen.refunded >= seen.charged) return "refunded"
  if (seen.refunded > 0) return "partly_refunded"
  const mayChargeMore = seen.reserved - seen.cancelled > seen.charged
  return seen.charged < seen.amount && mayChargeMore ? "partly_charged" : "charged"
}

/**
 * Where a payment stands at Nets, for people: one word, from the totals alone. What was charged weighs more than
 * what is reserved, and a refund more than the charge.
 */
export const seenState = (seen: SeenPayment, now: Date): SeenState => {
  if (seen.charged > 0) return stateOfCharged(seen)
  if (seen.reserved > 0) return seen.cancelled >= seen.reserved ? "cancelled" : "reserved"
  const isOver = seen.expires_at !== null && seen.expires_at.getTime() <= now.getTime()
  return seen.terminated || isOver ? "ended" : "unpaid"
}
