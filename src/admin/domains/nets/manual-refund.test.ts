import type { AdminNetsPayment } from "../../../types/http"
import { amountToRegister, mayRegisterRefund } from "./manual-refund"

const payment: AdminNetsPayment = {
  session_id: "payses_1",
  payment_id: "a".repeat(32),
  account: "default",
  environment: "test",
  order: null,
  state: "charged",
  currency_code: "dkk",
  amount: 10_000,
  reserved: 10_000,
  charged: 10_000,
  refunded: 3_000,
  refunded_by_hand: 0,
  cancelled: 0,
  payment_type: "CARD",
  payment_method: "Visa",
  charges: [],
  refunds: [],
  expires_at: null,
  reserved_at: null,
  checked_at: null,
  checks_left: 30,
  problem: "refund_failed",
  problem_since: null,
  problem_lasts: false,
  closed_at: null,
  portal_url: null,
}

describe("a refund that is registered by hand", () => {
  it("is offered only after a refund that came to nothing", () => {
    expect(mayRegisterRefund(payment)).toBe(true)
    expect(mayRegisterRefund({ ...payment, problem: "refund_unreachable" })).toBe(true)
    expect(mayRegisterRefund({ ...payment, problem: "refunded_elsewhere" })).toBe(false)
    expect(mayRegisterRefund({ ...payment, problem: null })).toBe(false)
  })

  it("starts from the failed refund, else from what is not refunded, and never more than that", () => {
    const refund = (amount: number, state: string) => ({ refund_id: state, amount, state })
    const refunds = [refund(3_000, "Completed"), refund(2_000, "Failed")]
    expect(amountToRegister({ ...payment, refunds })).toBe(2_000)
    expect(amountToRegister({ ...payment, refunds: [refund(9_000, "Expired")] })).toBe(7_000)
    expect(amountToRegister(payment)).toBe(7_000)
    expect(amountToRegister({ ...payment, refunded_by_hand: 6_000, refunds })).toBe(1_000)
    expect(amountToRegister({ ...payment, refunded_by_hand: 8_000 })).toBe(0)
  })
})
