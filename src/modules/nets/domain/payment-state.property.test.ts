import fc from "fast-check"
import { derivePaymentState, refundedOrPending, parsePayment } from "./payment-state"
import type { ExpectedPayment, PaymentState } from "./payment-state"

type Totals = { reserved: number; charged: number; refunded: number; cancelled: number }

const amount = fc.integer({ min: 1, max: 2_000_000 })
const currency = fc.constantFrom("DKK", "SEK", "NOK", "EUR")

/** Totals a real payment can show: never more charged and cancelled than reserved, unless charged at once. */
const anyTotals = (most: number): fc.Arbitrary<Totals> =>
  fc
    .record({
      reserves: fc.boolean(),
      reserved: fc.constantFrom(0, most, Math.ceil(most / 2), most - 1),
      charged: fc.double({ min: 0, max: 1, noNaN: true }),
      cancelled: fc.double({ min: 0, max: 1, noNaN: true }),
      refunded: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map((part) => {
      const base = part.reserves ? part.reserved : most
      const charged = Math.round(base * part.charged)
      return {
        reserved: part.reserves ? base : 0,
        charged,
        cancelled: part.reserves ? Math.round((base - charged) * part.cancelled) : 0,
        refunded: Math.round(charged * part.refunded),
      }
    })

const anyPayment = fc
  .tuple(amount, currency)
  .chain(([most, code]) =>
    fc.record({ amount: fc.constant(most), currency: fc.constant(code), totals: anyTotals(most) })
  )

const body = (
  given: { amount: number; currency: string; totals: Totals },
  write: (value: number) => number | string = (value) => value
) => ({
  payment: {
    paymentId: "a".repeat(32),
    orderDetails: { amount: write(given.amount), currency: given.currency },
    summary: {
      reservedAmount: write(given.totals.reserved),
      chargedAmount: write(given.totals.charged),
      refundedAmount: write(given.totals.refunded),
      cancelledAmount: write(given.totals.cancelled),
    },
  },
})

const statusOf = (
  given: Parameters<typeof body>[0],
  expected: ExpectedPayment
): PaymentState["status"] => derivePaymentState(body(given), expected).status

/** Every letter of every key in another case, as a service that changed its writer would send it. */
const inOtherCase = (value: unknown, change: (key: string) => string): unknown => {
  if (Array.isArray(value)) return value.map((entry) => inOtherCase(entry, change))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [change(key), inOtherCase(entry, change)])
  )
}

const RANK: Record<PaymentState["status"], number> = {
  mismatch: -1,
  canceled: 0,
  pending: 0,
  requires_more: 1,
  authorized: 2,
  captured: 3,
}

describe("the state of a payment", () => {
  it("is authorised or captured only for the amount and currency asked for", () => {
    fc.assert(
      fc.property(anyPayment, amount, currency, (given, asked, code) => {
        const status = statusOf(given, { amount: asked, currency: code })
        const same = asked === given.amount && code === given.currency
        if (!same) expect(status).toBe("mismatch")
        else expect(status).not.toBe("mismatch")
        if (status === "authorized") {
          expect(given.totals.reserved - given.totals.cancelled).toBeGreaterThanOrEqual(asked)
        }
        if (status === "captured") expect(given.totals.charged).toBeGreaterThanOrEqual(asked)
      }),
      { numRuns: 3_000 }
    )
  })

  it("never goes back when more is charged or refunded", () => {
    fc.assert(
      fc.property(anyPayment, fc.nat(2_000_000), (given, more) => {
        const expected = { amount: given.amount, currency: given.currency }
        const { totals } = given
        const left = totals.reserved - totals.cancelled - totals.charged
        const charged = {
          ...given,
          totals: { ...totals, charged: totals.charged + Math.min(more, Math.max(0, left)) },
        }
        const refunded = {
          ...given,
          totals: { ...totals, refunded: Math.min(totals.charged, totals.refunded + more) },
        }
        const rank = RANK[statusOf(given, expected)]
        expect(RANK[statusOf(charged, expected)]).toBeGreaterThanOrEqual(rank)
        expect(statusOf(refunded, expected)).toBe(statusOf(given, expected))
      }),
      { numRuns: 3_000 }
    )
  })

  it("does not depend on how amounts and keys are written, nor on what else is there", () => {
    fc.assert(
      fc.property(anyPayment, fc.jsonValue(), (given, noise) => {
        const expected = { amount: given.amount, currency: given.currency.toLowerCase() }
        const plain = body(given)
        const state = derivePaymentState(plain, expected)
        expect(derivePaymentState(body(given, String), expected)).toEqual(state)
        const upper = (key: string) => key.charAt(0).toUpperCase() + key.slice(1)
        for (const change of [upper, (key: string) => key.toLowerCase()]) {
          const other = inOtherCase(plain, change) as typeof plain
          expect(derivePaymentState(other, expected)).toEqual(state)
        }
        const noisy = { payment: { ...plain.payment, futureField: noise }, noise }
        expect(derivePaymentState(noisy, expected)).toEqual(state)
      }),
      { numRuns: 1_000 }
    )
  })

  it("leaves zeros out as the service does", () => {
    fc.assert(
      fc.property(anyPayment, (given) => {
        const expected = { amount: given.amount, currency: given.currency }
        const full = body(given)
        const entries = Object.entries(full.payment.summary).filter(([, value]) => value !== 0)
        const short = { payment: { ...full.payment, summary: Object.fromEntries(entries) } }
        expect(derivePaymentState(short, expected)).toEqual(derivePaymentState(full, expected))
      })
    )
  })

  it("does not depend on the order of charges and refunds", () => {
    const refund = fc.record({
      amount: fc.integer({ min: 1, max: 1_000 }),
      state: fc.constantFrom("Pending", "Completed", "Failed", "Cancelled", "Expired", "Novel"),
    })
    const lists = fc
      .tuple(fc.array(fc.integer({ min: 1, max: 1_000 })), fc.array(refund))
      .chain(([charges, refunds]) =>
        fc.record({
          charges: fc.constant(charges),
          refunds: fc.constant(refunds),
          shuffled: fc.tuple(
            fc.shuffledSubarray(charges, { minLength: charges.length }),
            fc.shuffledSubarray(refunds, { minLength: refunds.length })
          ),
        })
      )
    const payment = (charges: number[], refunds: { amount: number; state: string }[]) => ({
      paymentId: "a".repeat(32),
      orderDetails: { amount: 1_000, currency: "DKK" },
      summary: { chargedAmount: charges.reduce((a, b) => a + b, 0) },
      charges: charges.map((value) => ({ chargeId: "c".repeat(32), amount: value })),
      refunds: refunds.map((entry) => ({ refundId: "d".repeat(32), ...entry })),
    })
    fc.assert(
      fc.property(lists, ({ charges, refunds, shuffled }) => {
        const expected = { amount: 1_000, currency: "DKK" }
        const given = payment(charges, refunds)
        const state = derivePaymentState(given, expected)
        expect(derivePaymentState(payment(...shuffled), expected)).toEqual(state)
        const gone = refunds.filter(({ state: name }) => /Failed|Cancelled|Expired/.test(name))
        const all = refunds.reduce((sum, entry) => sum + entry.amount, 0)
        const none = gone.reduce((sum, entry) => sum + entry.amount, 0)
        expect(refundedOrPending(parsePayment(given))).toBe(all - none)
      })
    )
  })

  it("is something for any JSON at all", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { status } = derivePaymentState(
          { payment: value as object },
          { amount: 1, currency: "DKK" }
        )
        expect(status).toBe("mismatch")
      })
    )
  })
})
