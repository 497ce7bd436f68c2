import { parsePayment } from "./payment-state"
import { afterSettlement, decideSettlement } from "./settlement"
import type { SessionFacts } from "./settlement"

const facts: SessionFacts = {
  session_id: "payses_1",
  amount: 10_000,
  currency: "dkk",
  collection_amount: 10_000,
  has_payment: false,
  cart_id: "cart_1",
  order_id: null,
}
const edited = { ...facts, collection_amount: 12_000 }
const payment = (summary: object, extra: object = {}) =>
  parsePayment({
    paymentId: "a".repeat(32),
    summary,
    orderDetails: { amount: 10_000, currency: "DKK" },
    ...extra,
  })
const reserved = payment({ reservedAmount: 10_000 })
const refunded = payment({ chargedAmount: 10_000, refundedAmount: 10_000 })

describe("decideSettlement", () => {
  it("places the order of a paid cart", () => {
    const placed = { action: "complete_cart", cart_id: "cart_1", outcome: "order_placed" }
    expect(decideSettlement(facts, reserved)).toEqual(placed)
    expect(decideSettlement(facts, payment({ chargedAmount: 10_000 }))).toEqual(placed)
  })

  it("authorises a session without a cart once", () => {
    const alone = { ...facts, cart_id: null }
    expect(decideSettlement(alone, reserved).action).toBe("authorize_session")
    expect(decideSettlement({ ...alone, has_payment: true }, reserved).action).toBe("none")
  })

  it.each([
    ["order_exists", { ...facts, order_id: "order_1", has_payment: true }, reserved],
    ["order_exists", { ...facts, order_id: "order_1" }, reserved],
    ["order_exists", { ...facts, cart_id: null, order_id: "order_1" }, reserved],
    ["amount_mismatch", { ...facts, collection_amount: 10_001 }, reserved],
    ["amount_mismatch", { ...facts, amount: 9_999, collection_amount: 9_999 }, reserved],
    ["amount_mismatch", { ...facts, currency: "sek" }, reserved],
    ["amount_changed", { ...facts, collection_amount: 10_001 }, payment({})],
    ["amount_changed", { ...facts, collection_amount: 10_001 }, refunded],
    ["order_exists", { ...edited, order_id: "order_1", has_payment: true }, reserved],
    ["pending", facts, payment({})],
    ["requires_more", facts, payment({ reservedAmount: 5_000 })],
    ["canceled", facts, payment({ reservedAmount: 10_000, cancelledAmount: 10_000 })],
    ["refunded", facts, refunded],
    ["refunded", { ...facts, has_payment: true }, refunded],
    ["order_exists", { ...facts, order_id: "order_1", has_payment: true }, refunded],
  ])("does nothing: %s", (outcome, given, fetched) => {
    expect(decideSettlement(given, fetched)).toEqual({ action: "none", outcome })
  })
})

describe("afterSettlement", () => {
  it.each([
    ["payment.reservation.created.v2", "pending", "again"],
    ["payment.charge.created.v2", "requires_more", "again"],
    ["payment.reservation.created.v2", "amount_changed", "again"],
    ["payment.checkout.completed", "pending", "done"],
    ["payment.reservation.failed", "pending", "done"],
    ["payment.charge.created.v2", "order_placed", "done"],
    ["payment.reservation.created.v2", "canceled", "done"],
    ["payment.checkout.completed", "amount_mismatch", "open"],
    ["payment.refund.completed", "paid_without_session", "open"],
  ])("%s with %s: %s", (event, outcome, next) => {
    expect(afterSettlement(event, outcome)).toBe(next)
  })
})
