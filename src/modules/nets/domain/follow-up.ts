import { holdsMoney, refundedOrPending, stateOf, stillReserved } from "./payment-state"
import type { NetsPayment } from "./payment-state"

/** What Medusa has booked on the payment of a session. Amounts are minor units. */
export type BookedPayment = {
  id: string
  canceled: boolean
  captured: number
  /** Without refunds that staff paid by hand, which Nets never sees. */
  refunded: number
  /** When Medusa last booked a capture or refund. */
  moved_at: number | null
  /** What Medusa derives from captures and refunds, such as the collection's totals, says the same. */
  is_summed_up: boolean
}

/** What Medusa knows about a payment at Nets. Amounts are minor units, times are milliseconds. */
export type FollowFacts = {
  /** Empty when Medusa has dropped the session. */
  session: { amount: number; currency: string; collection_amount: number } | null
  booked: BookedPayment | null
  order_id: string | null
  /** `settling` while whoever places the order may still be at work on it. */
  order_state: "none" | "settling" | "open" | "cancelled"
  /** The sale is paid by another session. */
  paid_by_another: boolean
  /** Nets charges by itself. */
  auto_charge: boolean
  /** The shop itself began to release or give back the money. */
  release_asked_at: number | null
  opened_at: number
  reserved_at: number | null
  /** What is noted for staff, and since when. */
  problem: string | null
  problem_since: number | null
}

const RETURN_REASONS = [
  "amount_mismatch",
  "second_payment",
  "paid_without_session",
  "order_cancelled",
] as const

type ReturnReason = (typeof RETURN_REASONS)[number]

export type Move =
  | { kind: "book_charge" | "book_refund"; amount: number }
  /** What Medusa has booked and Nets has not done: it failed there, or the server was killed before it asked. */
  | { kind: "undo_charge" | "undo_refund"; amount: number }
  /** The server was killed after Nets had done it, before Medusa's totals were written. */
  | { kind: "sum_up" }
  | { kind: "book_cancel" }
  | {
      kind: "return"
      why: ReturnReason
    }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long money without a sale, or a sale without its money, is left alone: whoever is at work may still finish. */
export const GRACE_MS = 10 * MINUTE

const WITHOUT_EFFECT = /^(failed|cancell?ed|expired)$/i

const failedSum = ({ refunds }: NetsPayment): number =>
  refunds
    .filter(({ state }) => WITHOUT_EFFECT.test(state))
    .reduce((sum, { amount }) => sum + amount, 0)

/** Nobody can be at work on it any more. */
const isLeftBehind = ({ moved_at: movedAt }: BookedPayment, now: number): boolean =>
  movedAt !== null && now - movedAt > GRACE_MS

/** A capture or refund is in Medusa before it is at Nets, so what is missing there is undone after the grace only. */
const undoings = (booked: BookedPayment, payment: NetsPayment, isLeft: boolean): Move[] => {
  const charge = booked.captured - payment.charged
  const refund = booked.refunded - refundedOrPending(payment)
  const undone = isLeft ? refund : Math.min(refund, failedSum(payment))
  if (isLeft && charge <= 0 && refund <= 0 && !booked.is_summed_up) return [{ kind: "sum_up" }]
  return [
    ...(isLeft && charge > 0 ? [{ kind: "undo_charge", amount: charge } as const] : []),
    ...(undone > 0 ? [{ kind: "undo_refund", amount: undone } as const] : []),
  ]
}

const bookings = (booked: BookedPayment, payment: NetsPayment, now: number): Move[] => {
  const charged = payment.charged - booked.captured
  const refunded = refundedOrPending(payment) - booked.refunded
  const isReleased =
    payment.charged === 0 && payment.reserved > 0 && payment.cancelled >= payment.reserved
  return [
    ...(charged > 0 && !booked.canceled ? [{ kind: "book_charge", amount: charged } as const] : []),
    ...(refunded > 0 ? [{ kind: "book_refund", amount: refunded } as const] : []),
    ...undoings(booked, payment, isLeftBehind(booked, now)),
    ...(isReleased && !booked.canceled && booked.captured === 0
      ? [{ kind: "book_cancel" } as const]
      : []),
  ]
}

const unwanted = (facts: FollowFacts, payment: NetsPayment): Move[] => {
  if (!holdsMoney(payment)) return []
  const { session } = facts
  // Why it was begun stays so, whatever has come since.
  const begun = RETURN_REASONS.find((why) => why === facts.problem)
  if (facts.release_asked_at !== null) {
    return [{ kind: "return", why: begun ?? "paid_without_session" }]
  }
  if (!session) return [{ kind: "return", why: "paid_without_session" }]
  if (facts.paid_by_another) return [{ kind: "return", why: "second_payment" }]
  if (facts.order_state === "cancelled") return [{ kind: "return", why: "order_cancelled" }]
  // An order's money is never touched, whatever its amount.
  if (facts.order_id !== null) return []
  const { status } = stateOf(payment, session)
  const isWrong = status === "mismatch" || session.amount !== session.collection_amount
  return isWrong ? [{ kind: "return", why: "amount_mismatch" }] : []
}

/**
 * What has to be done so that Medusa says what Nets says, and so that no money is held without a sale. Decides
 * by the difference of totals alone: events that come twice, late, in any order or never make no difference.
 */
export const movesOf = (facts: FollowFacts, payment: NetsPayment, now: number): Move[] =>
  facts.booked ? bookings(facts.booked, payment, now) : unwanted(facts, payment)

const EXPIRING_AFTER = 6 * DAY
const CHECKOUT_LIVES = 2 * DAY
const WATCHED_FOR = 30 * DAY

type Outlook = {
  /** Milliseconds until Nets is asked again; empty when nothing is expected any more. */
  check_in: number | null
  problem: "paid_without_order" | "reservation_expiring" | "totals_differ" | null
}

/** Older things change more slowly. */
const slower = (age: number): number => {
  if (age < HOUR) return 5 * MINUTE
  if (age < DAY) return HOUR
  return DAY / 2
}

const openOutlook = (facts: FollowFacts, payment: NetsPayment, now: number): Outlook => {
  const expires = payment.expires_at ?? ""
  const end = Date.parse(expires) || facts.opened_at + CHECKOUT_LIVES
  const isOver = payment.terminated || now > end + HOUR
  const age = now - facts.opened_at
  return { check_in: isOver ? null : Math.min(2 * slower(age), 2 * HOUR), problem: null }
}

const reservedOutlook = (facts: FollowFacts, now: number): Outlook => {
  const age = now - (facts.reserved_at ?? now)
  const problem = age >= EXPIRING_AFTER ? "reservation_expiring" : null
  return { check_in: age < 2 * WATCHED_FOR ? Math.max(slower(age), HOUR) : null, problem }
}

const unpaidSale = (facts: FollowFacts, payment: NetsPayment, now: number): Outlook => {
  if (!holdsMoney(payment)) return { check_in: null, problem: null }
  const age = now - (facts.reserved_at ?? facts.opened_at)
  return { check_in: slower(age), problem: "paid_without_order" }
}

const isPending = ({ refunds }: NetsPayment): boolean =>
  refunds.some(({ state }) => /^pending$/i.test(state))

/** When to look again, and what is wrong only as long as it lasts. */
export const outlookOf = (facts: FollowFacts, payment: NetsPayment, now: number): Outlook => {
  if (payment.reserved === 0 && payment.charged === 0) return openOutlook(facts, payment, now)
  if (!facts.booked) return unpaidSale(facts, payment, now)
  const { captured, refunded } = facts.booked
  const age = now - facts.opened_at
  if (captured > payment.charged || refunded > refundedOrPending(payment)) {
    const since = now - (facts.booked.moved_at ?? now)
    return { check_in: slower(since), problem: since > GRACE_MS ? "totals_differ" : null }
  }
  if (!facts.booked.is_summed_up) return { check_in: 5 * MINUTE, problem: null }
  if (isPending(payment)) return { check_in: slower(age) * 2, problem: null }
  if (stillReserved(payment) > 0 && !facts.booked.canceled) return reservedOutlook(facts, now)
  // What is done in the portal sends an event; a lost one is found here.
  return { check_in: age < WATCHED_FOR ? Math.max(slower(age), DAY / 2) : null, problem: null }
}
