import fc from "fast-check"
import { parsePayment } from "./payment-state"
import type { NetsPayment } from "./payment-state"
import { allocateRefund } from "./refund-allocation"
import type { RefundPart } from "./refund-allocation"

const chargeId = (index: number): string => index.toString(16).padStart(32, "c")
const refundId = (index: number): string => index.toString(16).padStart(32, "d")

type Refund = { amount: number; state: string; charge?: number }

/** A payment as Nets would show it: the total counts what is completed. */
const payment = (charges: readonly number[], refunds: readonly Refund[] = []): NetsPayment =>
  parsePayment({
    paymentId: "a".repeat(32),
    summary: {
      reservedAmount: charges.reduce((a, b) => a + b, 0),
      chargedAmount: charges.reduce((a, b) => a + b, 0),
      refundedAmount: refunds
        .filter(({ state }) => state === "Completed")
        .reduce((sum, { amount }) => sum + amount, 0),
    },
    charges: charges.map((amount, index) => ({ chargeId: chargeId(index), amount })),
    refunds: refunds.map(({ amount, state, charge }, index) => ({
      refundId: refundId(index),
      amount,
      state,
      orderItems: [{ reference: charge === undefined ? "part" : chargeId(charge) }],
    })),
  })

const byCharge = (given: NetsPayment, amount: number) => {
  const parts = allocateRefund(given, amount, "charge")
  if (!parts.ok) return parts.reason
  return parts.value.map((part) => [part.charge_id?.replace(/^c+/, ""), part.amount])
}

describe("allocateRefund", () => {
  it("is one call for methods that refund the payment", () => {
    const given = payment([4_000, 6_000], [{ amount: 1_000, state: "Pending" }])
    expect(allocateRefund(given, 9_000, "payment")).toEqual({
      ok: true,
      value: [{ amount: 9_000, refunded_before: 1_000 }],
    })
    expect(allocateRefund(given, 9_001, "payment")).toEqual({
      ok: false,
      reason: "more_than_charged",
    })
  })

  it("takes the charge of just that size, else the largest first", () => {
    const given = payment([4_000, 6_000, 1_000])
    expect(byCharge(given, 4_000)).toEqual([["0", 4_000]])
    expect(byCharge(given, 500)).toEqual([["1", 500]])
    expect(byCharge(given, 7_000)).toEqual([
      ["1", 6_000],
      ["2", 1_000],
    ])
    expect(byCharge(given, 11_000)).toEqual([
      ["1", 6_000],
      ["0", 4_000],
      ["2", 1_000],
    ])
    expect(byCharge(given, 11_001)).toBe("more_than_charged")
  })

  it("leaves alone what is refunded or on its way, but not what failed", () => {
    const refunds = [
      { amount: 6_000, state: "Pending", charge: 1 },
      { amount: 1_500, state: "Completed", charge: 0 },
      { amount: 2_500, state: "Failed", charge: 0 },
    ]
    const given = payment([4_000, 6_000], refunds)
    expect(byCharge(given, 2_500)).toEqual([["0", 2_500]])
    expect(byCharge(given, 2_501)).toBe("more_than_charged")
  })

  it("assumes the same rule of refunds that name no charge", () => {
    expect(
      byCharge(payment([4_000, 6_000], [{ amount: 4_000, state: "Completed" }]), 6_000)
    ).toEqual([["1", 6_000]])
    const given = payment([4_000, 6_000], [{ amount: 7_000, state: "Pending" }])
    expect(byCharge(given, 3_000)).toEqual([["0", 3_000]])
    const unlisted = { ...payment([4_000, 6_000]), refunded: 6_000 }
    expect(byCharge(unlisted, 4_000)).toEqual([["0", 4_000]])
  })

  it("says so when the payment lists too few charges", () => {
    expect(byCharge({ ...payment([4_000]), charged: 9_000 }, 5_000)).toBe("charges_unknown")
  })
})

const amounts = fc.integer({ min: 1, max: 300_000 })
const anyCharges = fc.array(amounts, { minLength: 1, maxLength: 8 })

const refundOf = ({ amount, charge_id: id }: RefundPart, state: string): Refund => ({
  amount,
  state,
  charge: Number.parseInt((id ?? "").replace(/^c+/, ""), 16),
})

describe("refunds one after the other", () => {
  it("add up, never take more than a charge has, and end when nothing is left", () => {
    const steps = fc.array(
      fc.record({ share: fc.double({ min: 0.01, max: 1, noNaN: true }), late: fc.nat(3) }),
      { minLength: 1, maxLength: 12 }
    )
    fc.assert(
      fc.property(anyCharges, steps, (charges, wishes) => {
        const total = charges.reduce((a, b) => a + b, 0)
        const refunds: Refund[] = []
        for (const { share, late } of wishes) {
          const effective = refunds.filter(({ state }) => state !== "Failed")
          const left = total - effective.reduce((sum, { amount }) => sum + amount, 0)
          const amount = Math.ceil(left * share)
          if (amount === 0) {
            expect(byCharge(payment(charges, refunds), 1)).toBe("more_than_charged")
            break
          }
          const parts = allocateRefund(payment(charges, refunds), amount, "charge")
          if (!parts.ok) throw new Error(parts.reason)
          expect(parts.value.reduce((sum, part) => sum + part.amount, 0)).toBe(amount)
          expect(new Set(parts.value.map(({ charge_id: id }) => id)).size).toBe(parts.value.length)
          expect(parts.value.length).toBeLessThanOrEqual(charges.length)
          const state = ["Completed", "Pending", "Completed", "Failed"][late] ?? "Completed"
          refunds.push(...parts.value.map((part) => refundOf(part, state)))
          charges.forEach((charged, index) => {
            const taken = refunds.filter((refund) => refund.charge === index)
            const held = taken.filter((refund) => refund.state !== "Failed")
            expect(held.reduce((sum, refund) => sum + refund.amount, 0)).toBeLessThanOrEqual(
              charged
            )
          })
        }
      }),
      { numRuns: 2_000 }
    )
  })

  it("go on after any part with just the parts that are missing", () => {
    fc.assert(
      fc.property(anyCharges, fc.double({ min: 0.01, max: 1, noNaN: true }), (charges, share) => {
        const amount = Math.ceil(charges.reduce((a, b) => a + b, 0) * share)
        const all = allocateRefund(payment(charges), amount, "charge")
        if (!all.ok) throw new Error(all.reason)
        all.value.forEach((_part, index) => {
          const done = all.value.slice(0, index).map((part) => refundOf(part, "Pending"))
          const rest = amount - done.reduce((sum, part) => sum + part.amount, 0)
          expect(allocateRefund(payment(charges, done), rest, "charge")).toEqual({
            ok: true,
            value: all.value.slice(index),
          })
        })
      }),
      { numRuns: 1_000 }
    )
  })
})
