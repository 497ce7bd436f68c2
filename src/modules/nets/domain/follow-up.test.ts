import fc from "fast-check"
import { movesOf, outlookOf } from "./follow-up"
import type { BookedPayment, FollowFacts, Move } from "./follow-up"
import { parsePayment } from "./payment-state"
import type { NetsPayment } from "./payment-state"

const ID = "a".repeat(32)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NOW = Date.parse("2026-11-25T12:00:00Z")

const payment = (summary: object, extra: object = {}): NetsPayment =>
  parsePayment({
    paymentId: ID,
    summary,
    orderDetails: { amount: 10_000, currency: "DKK" },
    ...extra,
  })

const facts = (more: Partial<FollowFacts> = {}): FollowFacts => ({
  session: { amount: 10_000, currency: "dkk", collection_amount: 10_000 },
  booked: null,
  order_id: null,
  order_state: "none",
  auto_charge: false,
  release_asked_at: null,
  paid_by_another: false,
  opened_at: NOW - 5 * MINUTE,
  reserved_at: null,
  problem: null,
  problem_since: null,
  ...more,
})

const booked = (captured: number, refunded = 0, canceled = false): Partial<FollowFacts> => ({
  booked: { id: "pay_1", canceled, captured, refunded, moved_at: NOW - MINUTE, is_summed_up: true },
  order_id: "order_1",
  order_state: "open",
})

/** What a server left behind that was killed while it moved money. */
const leftBehind = (
  captured: number,
  refunded: number,
  more: Partial<BookedPayment> = {}
): Partial<FollowFacts> => ({
  ...booked(captured),
  booked: {
    id: "pay_1",
    canceled: false,
    captured,
    refunded,
    moved_at: NOW - 11 * MINUTE,
    is_summed_up: true,
    ...more,
  },
})

const refunds = (...states: [amount: number, state: string][]) => ({
  refunds: states.map(([amount, state], index) => ({
    refundId: index.toString(16).padStart(32, "0"),
    amount,
    state,
  })),
})

const reserved = payment({ reservedAmount: 10_000 })
const charged = (amount: number, refunded = 0, extra: object = {}) =>
  payment({ reservedAmount: 10_000, chargedAmount: amount, refundedAmount: refunded }, extra)

describe("what has to be done so that Medusa says what Nets says", () => {
  it.each<[string, Partial<FollowFacts>, NetsPayment, Move[]]>([
    ["nothing, when totals agree", booked(4_000), charged(4_000), []],
    ["nothing, while a capture is under way", booked(4_000), reserved, []],
    [
      "a charge made elsewhere",
      booked(4_000),
      charged(9_000),
      [{ kind: "book_charge", amount: 5_000 }],
    ],
    [
      "a refund made elsewhere",
      booked(9_000),
      charged(9_000, 500),
      [{ kind: "book_refund", amount: 500 }],
    ],
    [
      "a refund on its way elsewhere",
      booked(9_000),
      charged(9_000, 0, refunds([700, "Pending"])),
      [{ kind: "book_refund", amount: 700 }],
    ],
    [
      "a refund that failed",
      booked(9_000, 1_200),
      charged(9_000, 500, refunds([500, "Completed"], [700, "Failed"])),
      [{ kind: "undo_refund", amount: 700 }],
    ],
    [
      "nothing for one that failed and was undone",
      booked(9_000, 500),
      charged(9_000, 500, refunds([500, "Completed"], [700, "Failed"])),
      [],
    ],
    ["nothing, while a refund is under way", booked(9_000, 700), charged(9_000), []],
    [
      "a capture that never reached Nets",
      leftBehind(4_000, 0),
      reserved,
      [{ kind: "undo_charge", amount: 4_000 }],
    ],
    [
      "a refund that never reached Nets, beside one that failed",
      leftBehind(9_000, 1_200),
      charged(9_000, 0, refunds([700, "Failed"])),
      [{ kind: "undo_refund", amount: 1_200 }],
    ],
    [
      "only the failed refund, while another may be under way",
      booked(9_000, 1_200),
      charged(9_000, 0, refunds([700, "Failed"])),
      [{ kind: "undo_refund", amount: 700 }],
    ],
    [
      "totals that were not written any more",
      leftBehind(4_000, 0, { is_summed_up: false }),
      charged(4_000),
      [{ kind: "sum_up" }],
    ],
    [
      "nothing yet for totals that are being written",
      leftBehind(4_000, 0, { is_summed_up: false, moved_at: NOW - MINUTE }),
      charged(4_000),
      [],
    ],
    [
      "a cancellation made elsewhere",
      booked(0),
      payment({ reservedAmount: 10_000, cancelledAmount: 10_000 }),
      [{ kind: "book_cancel" }],
    ],
    [
      "nothing for a cancellation Medusa knows",
      booked(0, 0, true),
      payment({ reservedAmount: 10_000, cancelledAmount: 10_000 }),
      [],
    ],
    ["nothing for money whose order is being made", {}, reserved, []],
    [
      "money of a dropped session",
      { session: null },
      reserved,
      [{ kind: "return", why: "paid_without_session" }],
    ],
    [
      "money of a cart that was paid twice",
      { paid_by_another: true },
      reserved,
      [{ kind: "return", why: "second_payment" }],
    ],
    [
      "money of a cart that has changed",
      { session: { amount: 10_000, currency: "dkk", collection_amount: 12_000 } },
      reserved,
      [{ kind: "return", why: "amount_mismatch" }],
    ],
    [
      "money that it began to give back, for the reason it began for",
      { release_asked_at: NOW, problem: "amount_mismatch" },
      reserved,
      [{ kind: "return", why: "amount_mismatch" }],
    ],
    [
      "money in another currency",
      { session: { amount: 10_000, currency: "sek", collection_amount: 10_000 } },
      charged(10_000),
      [{ kind: "return", why: "amount_mismatch" }],
    ],
    [
      "money of a cancelled order",
      { order_id: "order_1", order_state: "cancelled" },
      reserved,
      [{ kind: "return", why: "order_cancelled" }],
    ],
    [
      "nothing for an order's money, whatever its amount",
      {
        order_id: "order_1",
        order_state: "open",
        session: { amount: 10_000, currency: "dkk", collection_amount: 12_000 },
      },
      reserved,
      [],
    ],
    ["nothing once it was given back", { session: null }, charged(10_000, 10_000), []],
  ])("%s", (_, more, seen, expected) => {
    expect(movesOf(facts(more), seen, NOW)).toEqual(expected)
  })

  it("ends: once a move is made there is nothing more to do", () => {
    const amount = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(amount, amount, amount, amount, amount, (...drawn) => {
        const [chargedNow, refundedNow, failed, captured, wish] = drawn
        const done = Math.min(refundedNow, chargedNow)
        const seen = charged(chargedNow, done, refunds([done, "Completed"], [failed, "Failed"]))
        const state = { captured, refunded: Math.min(wish, captured) }
        for (const move of movesOf(facts(leftBehind(state.captured, state.refunded)), seen, NOW)) {
          if (move.kind === "book_charge") state.captured += move.amount
          if (move.kind === "book_refund") state.refunded += move.amount
          if (move.kind === "undo_charge") state.captured -= move.amount
          if (move.kind === "undo_refund") state.refunded -= move.amount
        }
        expect(state).toEqual({ captured: chargedNow, refunded: done })
        expect(movesOf(facts(leftBehind(state.captured, state.refunded)), seen, NOW)).toEqual([])
      })
    )
  })
})

describe("when to look at a payment again", () => {
  const open = payment({})
  const closed = { check_in: null, problem: null }

  it.each<[string, Partial<FollowFacts>, NetsPayment, object]>([
    ["an open checkout", {}, open, { check_in: 10 * MINUTE, problem: null }],
    ["an open checkout after its life", { opened_at: NOW - 3 * DAY }, open, closed],
    ["an ended checkout", {}, payment({}, { terminated: "2026-11-25T11:00:00Z" }), closed],
    [
      "money without an order",
      {},
      reserved,
      { check_in: 5 * MINUTE, problem: "paid_without_order" },
    ],
    ["money given back", { session: null }, charged(10_000, 10_000), closed],
    [
      "a pending refund",
      booked(10_000, 100),
      charged(10_000, 0, refunds([100, "Pending"])),
      { check_in: 10 * MINUTE, problem: null },
    ],
    [
      "a reservation of six days",
      { ...booked(0), reserved_at: NOW - 6 * DAY },
      reserved,
      { problem: "reservation_expiring" },
    ],
    [
      "more booked than Nets shows, for long",
      leftBehind(10_000, 0),
      reserved,
      { check_in: 5 * MINUTE, problem: "totals_differ" },
    ],
    [
      "all charged long ago",
      { ...booked(10_000), opened_at: NOW - 31 * DAY },
      charged(10_000),
      closed,
    ],
    ["all charged", booked(10_000), charged(10_000), { check_in: DAY / 2, problem: null }],
  ])("%s", (_, more, seen, expected) => {
    expect(outlookOf(facts(more), seen, NOW)).toMatchObject(expected)
  })

  it("never asks more often than twenty times an hour", () => {
    const age = fc.integer({ min: 0, max: 100 * DAY })
    fc.assert(
      fc.property(age, fc.constantFrom(open, reserved, charged(10_000)), (since, seen) => {
        for (const more of [{}, booked(10_000), booked(0)]) {
          const past = { opened_at: NOW - since, reserved_at: NOW - since }
          const { check_in: wait } = outlookOf(facts({ ...more, ...past }), seen, NOW)
          expect(wait === null || wait >= 3 * MINUTE).toBe(true)
        }
      })
    )
  })
})
