import {
  describeWithReferenceData,
  readReferenceJson,
} from "../../../../integration-tests/helpers/reference-data"
import { derivePaymentState, parsePayment, refundedOrPending } from "./payment-state"
import { readObject } from "./read"

const id = "a".repeat(32)
const payment = (summary: object, extra: object = {}) => ({
  payment: { paymentId: id, summary, orderDetails: { amount: 100, currency: "DKK" }, ...extra },
})
const expected = { amount: 100, currency: "dkk" }

describe("derivePaymentState", () => {
  it.each([
    ["nothing paid", {}, "pending"],
    ["all reserved", { reservedAmount: 100 }, "authorized"],
    ["amounts as texts", { reservedAmount: "100" }, "authorized"],
    ["a part charged, the rest reserved", { reservedAmount: 100, chargedAmount: 40 }, "authorized"],
    ["all charged", { reservedAmount: 100, chargedAmount: 100 }, "captured"],
    ["charged without reservation", { chargedAmount: 100 }, "captured"],
    ["all charged and refunded", { chargedAmount: 100, refundedAmount: 100 }, "captured"],
    ["all cancelled", { reservedAmount: 100, cancelledAmount: 100 }, "canceled"],
    [
      "a part charged, the rest cancelled",
      { reservedAmount: 100, chargedAmount: 80, cancelledAmount: 20 },
      "requires_more",
    ],
    ["a part reserved", { reservedAmount: 99 }, "requires_more"],
  ])("%s: %j is %s", (_what, summary, status) => {
    expect(derivePaymentState(payment(summary), expected).status).toBe(status)
  })

  it("never accepts another amount or currency", () => {
    const paid = payment({ reservedAmount: 100 })
    expect(derivePaymentState(paid, { amount: 101, currency: "DKK" }).status).toBe("mismatch")
    expect(derivePaymentState(paid, { amount: 99, currency: "DKK" }).status).toBe("mismatch")
    expect(derivePaymentState(paid, { amount: 100, currency: "SEK" }).status).toBe("mismatch")
    expect(derivePaymentState({ payment: {} }, expected).status).toBe("mismatch")
  })

  it("ends an unpaid payment that was terminated or has expired", () => {
    const terminated = payment({}, { terminated: "2026-01-01T00:00:00Z" })
    expect(derivePaymentState(terminated, expected).status).toBe("canceled")
    const expiring = payment({}, { expiresAt: "2026-01-02T01:00:00.0000+01:00" })
    const at = (now: string) =>
      derivePaymentState(expiring, { ...expected, now: new Date(now) }).status
    expect(at("2026-01-01T23:59:59Z")).toBe("pending")
    expect(at("2026-01-02T00:00:00Z")).toBe("canceled")
  })

  it("counts refunds on their way, but not failed ones", () => {
    const refund = (state: string) => ({ refundId: id, amount: 40, state })
    const of = (states: string[], refundedAmount = 0) =>
      refundedOrPending(parsePayment(payment({ refundedAmount }, { refunds: states.map(refund) })))
    expect(of(["Pending"])).toBe(40)
    expect(of(["Completed", "Failed", "Cancelled", "Expired"], 40)).toBe(40)
    expect(of([], 60)).toBe(60)
  })

  it("keeps nothing of card or consumer", () => {
    const kept = parsePayment(
      payment(
        { reservedAmount: 100 },
        {
          consumer: { privatePerson: { email: "canary@example.dk", dateOfBirth: "1980-01-01" } },
          paymentDetails: { paymentType: "CARD", cardDetails: { maskedPan: "4925canary" } },
          paymentAccountReference: "canary",
        }
      )
    )
    expect(JSON.stringify(kept)).not.toContain("canary")
    expect(kept).toMatchObject({ payment_type: "CARD", reserved: 100 })
  })
})

const SDK_STATUS: Record<string, string> = {
  new: "pending",
  reserved: "authorized",
  charged: "captured",
  refunded: "captured",
  cancelled: "captured",
  partially_charged: "authorized",
}

describeWithReferenceData("fixtures/nets/payments", "published and recorded payments", () => {
  it.each(readReferenceJson("fixtures/nets/payments/sdk-php-status"))(
    "the vendor's status case %s",
    (name, content) => {
      const { body, expectedSdkStatus } = readObject(content)
      const { status } = derivePaymentState(readObject(body), { amount: 100, currency: "EUR" })
      // Part charged and the rest cancelled can never reach the amount of the session.
      const partlyCancelled = name.includes("parially-cancelled")
      expect(status).toBe(partlyCancelled ? "requires_more" : SDK_STATUS[String(expectedSdkStatus)])
    }
  )

  it.each([
    ["reserved", "authorized"],
    ["charged", "captured"],
    ["partially_charged", "authorized"],
    ["partially_refunded", "captured"],
    ["refund_pending", "captured"],
    ["refund_failed", "captured"],
    ["refunded", "captured"],
    ["cancelled", "canceled"],
  ])("the minimal case %s is %s", (name, status) => {
    const found = readReferenceJson("fixtures/nets/solidus/payments").find(
      ([file]) => file === `${name}.json`
    )
    const state = derivePaymentState(readObject(found?.[1]), { amount: 10_000, currency: "SEK" })
    expect(state.status).toBe(status)
  })

  it("the unpaid payment recorded in 2024 is pending", () => {
    const files = readReferenceJson("fixtures/nets/payments")
    const recorded = files.find(([name]) => name === "captured-2024-unpaid.json")?.[1]
    const state = derivePaymentState(readObject(recorded), { amount: 2_500, currency: "DKK" })
    expect(state).toEqual({ status: "pending", reserved: 0, charged: 0, refunded: 0, cancelled: 0 })
    expect(parsePayment(recorded).my_reference).toBe("my-payment-reference")
  })

  it("reads every payment there is without an error", () => {
    const all = readReferenceJson("fixtures/nets/payments")
    expect(all.length).toBeGreaterThan(10)
    for (const [, content] of all)
      expect(parsePayment(content).terminated).toEqual(expect.any(Boolean))
  })
})
