import fc from "fast-check"
import { buildOrderLines } from "./order-lines"
import type { Sale, SaleLine } from "./order-lines"

const words = { unit: "stk", rounding: "Afrunding", summary: "Ordre i alt" }
const line = (total: number, tax: number, extra: Partial<SaleLine> = {}): SaleLine => ({
  reference: "sku",
  name: "Notesbog",
  quantity: 1,
  total,
  tax_total: tax,
  tax_rate: 25,
  ...extra,
})
const build = (lines: SaleLine[], amount: number, credits: Sale["credits"] = []) =>
  buildOrderLines({ lines, credits }, { amount, currency: "DKK", words })

describe("buildOrderLines", () => {
  it("shows quantity and unit price where they divide, else the quantity in the name", () => {
    expect(build([line(178, 35.6, { quantity: 2 })], 17_800)).toEqual([
      {
        reference: "sku",
        name: "Notesbog",
        quantity: 2,
        unit: "stk",
        unitPrice: 7_120,
        taxRate: 2_500,
        taxAmount: 3_560,
        grossTotalAmount: 17_800,
        netTotalAmount: 14_240,
      },
    ])
    expect(build([line(100, 20, { quantity: 3 })], 10_000)).toMatchObject([
      { name: "3 × Notesbog", quantity: 1, unitPrice: 8_000, netTotalAmount: 8_000 },
    ])
  })

  it("gives the øre that rounding loses to the largest remainder", () => {
    const third = 33.333333
    const lines = build([line(third, 0), line(third, 0), line(33.333334, 0)], 10_000)
    expect(lines.map(({ grossTotalAmount }) => grossTotalAmount).sort()).toEqual([
      3_333, 3_333, 3_334,
    ])
  })

  it("adds at most one small balancing line", () => {
    expect(build([line(100, 20), line(49, 9.8)], 14_901)).toMatchObject([
      { grossTotalAmount: 10_000 },
      { grossTotalAmount: 4_900 },
      { name: "Afrunding", grossTotalAmount: 1, taxAmount: 0 },
    ])
  })

  it("says one total when the lines do not explain the amount", () => {
    expect(build([line(100, 20)], 12_345)).toMatchObject([
      { name: "Ordre i alt", grossTotalAmount: 12_345 },
    ])
    expect(build([], 5_000)).toMatchObject([{ grossTotalAmount: 5_000 }])
  })

  it("takes gift cards off as lines of their own", () => {
    expect(build([line(100, 20)], 6_000, [{ name: "Gavekort", amount: 40 }])).toMatchObject([
      { grossTotalAmount: 10_000 },
      { name: "Gavekort", grossTotalAmount: -4_000 },
    ])
  })

  it("removes what Nets refuses from names and cuts them without splitting a letter", () => {
    const [first] = build([line(1, 0, { name: `<b>"A" & B</b>\u0007` })], 100)
    expect(first?.name).toBe("b A B /b")
    const family = "👨‍👩‍👧‍👦"
    const [long] = build([line(1, 0, { name: `${"å".repeat(125)}${family}` })], 100)
    expect(long?.name).toBe("å".repeat(125))
    expect(build([line(1, 0, { name: "<>" })], 100)[0]?.name).toBe("Vare")
  })

  it("adds up exactly, line by line and in all, whatever the prices", () => {
    const price = fc.integer({ min: 0, max: 5_000_000 }).map((value) => value / 1000)
    const anyLine = fc.record({
      total: price,
      share: fc.double({ min: 0, max: 0.25, noNaN: true }),
      quantity: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: -3, max: 3 }),
        (given, drift) => {
          const lines = given.map(({ total, share, quantity }) =>
            line(total, Math.round(total * share * 1000) / 1000, { quantity })
          )
          const exact = given.reduce((sum, { total }) => sum + Math.round(total * 1000), 0)
          const amount = Math.max(1, Math.round(exact / 10) + drift)
          const items = build(lines, amount)
          expect(items.reduce((sum, item) => sum + item.grossTotalAmount, 0)).toBe(amount)
          for (const item of items) {
            expect(item.netTotalAmount + item.taxAmount).toBe(item.grossTotalAmount)
            expect(item.unitPrice * item.quantity).toBe(item.netTotalAmount)
            expect(Number.isInteger(item.unitPrice)).toBe(true)
          }
        }
      )
    )
  })
})
