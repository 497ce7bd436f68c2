import fc from "fast-check"
import { capturesDue, shippedAmount } from "./shipped-amount"
import type { ShippedLine } from "./shipped-amount"

const line = (total: number, quantity: number, sent: number): ShippedLine => ({
  total,
  quantity,
  sent,
  needs_shipping: true,
})

describe("what may be charged of an order", () => {
  it("is nothing before the first parcel, and all with the last", () => {
    expect(shippedAmount({ lines: [line(10_000, 2, 0)], shipping: 3_900, total: 13_900 })).toBe(0)
    expect(shippedAmount({ lines: [line(10_000, 2, 2)], shipping: 3_900, total: 13_900 })).toBe(
      13_900
    )
  })

  it("is the part's share, with delivery in the first parcel", () => {
    const lines = [line(10_000, 3, 1), line(5_000, 1, 0)]
    expect(shippedAmount({ lines, shipping: 3_900, total: 18_900 })).toBe(3_333 + 3_900)
  })

  it("counts what is never sent with the first parcel, and is nothing when only that was bought", () => {
    const download = { ...line(2_000, 1, 0), needs_shipping: false }
    const lines = [line(10_000, 2, 1), download]
    expect(shippedAmount({ lines, shipping: 0, total: 12_000 })).toBe(7_000)
    expect(shippedAmount({ lines: [download], shipping: 0, total: 2_000 })).toBe(0)
  })

  it("is never more than gift cards leave to pay", () => {
    const lines = [line(10_000, 2, 1)]
    expect(shippedAmount({ lines, shipping: 3_900, total: 4_000 })).toBe(4_000)
  })

  it("grows with every parcel and ends at the total, whatever the order", () => {
    const lines = fc.array(fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 5 })), {
      minLength: 1,
      maxLength: 4,
    })
    fc.assert(
      fc.property(lines, fc.nat(10_000), (drawn, shipping) => {
        const total = drawn.reduce((sum, [value]) => sum + value, shipping)
        const sent = drawn.map(() => 0)
        let before = 0
        for (const [index, [, quantity]] of drawn.entries()) {
          for (let count = 1; count <= quantity; count++) {
            sent[index] = count
            const now = shippedAmount({
              lines: drawn.map(([value, all], at) => line(value, all, sent[at] ?? 0)),
              shipping,
              total,
            })
            expect(now).toBeGreaterThanOrEqual(before)
            before = now
          }
        }
        expect(before).toBe(total)
      })
    )
  })
})

describe("captures that are due", () => {
  const payments = [
    { payment_id: "pay_1", amount: 10_000, captured: 4_000 },
    { payment_id: "pay_2", amount: 5_000, captured: 0 },
  ]

  it("fill up the oldest payment first, by what is missing and no more", () => {
    expect(capturesDue(payments, { wanted: 12_000, captured: 4_000 })).toEqual([
      { payment_id: "pay_1", amount: 6_000 },
      { payment_id: "pay_2", amount: 2_000 },
    ])
  })

  it("are none when as much is charged already, by whatever payment", () => {
    expect(capturesDue(payments, { wanted: 12_000, captured: 12_000 })).toEqual([])
    expect(capturesDue(payments, { wanted: 3_000, captured: 4_000 })).toEqual([])
  })
})
