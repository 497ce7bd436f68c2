import type { BigNumberInput } from "@medusajs/framework/types"
import { decorateCartTotals, MathBN } from "@medusajs/framework/utils"
import fc from "fast-check"
import { toMinorUnits } from "../../../shared/money"
import { isInt32 } from "./amounts"
import { lineWords } from "./line-words"
import { buildOrderLines } from "./order-lines"
import type { SaleLine } from "./order-lines"
import type { OrderItem } from "./wire"

const decimal = (min: number, max: number, digits: number) =>
  fc
    .integer({ min: min * 10 ** digits, max: max * 10 ** digits })
    .map((value) => value / 10 ** digits)

const RATES = [0, 5, 6, 10, 11, 12, 13.5, 15, 19, 20, 21, 22, 24, 25, 25.5]

const priced = {
  unit_price: fc.oneof(decimal(0, 5_000, 2), decimal(0, 5_000, 3), decimal(0, 40_000, 0)),
  is_tax_inclusive: fc.boolean(),
  rate: fc.constantFrom(...RATES),
  /** Share of the price that a promotion takes off, in thousandths. */
  discount: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 1000 })),
  name: fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 150 }) },
    { weight: 9, arbitrary: fc.constantFrom("Notesbog <Havblik>", "", "紙\u0007 & 👨‍👩‍👧‍👦".repeat(20)) }
  ),
}

const anyItem = fc.record({
  ...priced,
  quantity: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, decimal(0, 20, 3)),
})

const anyCart = fc.record({
  items: fc.array(anyItem, { minLength: 1, maxLength: 7 }),
  shipping: fc.array(fc.record(priced), { maxLength: 2 }),
  /** Medusa leaves out credits of one øre in all. */
  credits: fc.array(decimal(0.02, 50, 2), { maxLength: 2 }),
  currency: fc.constantFrom("DKK", "SEK", "NOK", "EUR"),
})

type Priced = { unit_price: number; is_tax_inclusive: boolean; rate: number; discount: number }

type CartRow = {
  id: string
  quantity: number
  unit_price: number
  amount: number
  is_tax_inclusive: boolean
  tax_lines: { rate: number }[]
  adjustments: { amount: string; is_tax_inclusive: boolean }[]
  /** Written by Medusa. */
  total?: BigNumberInput
  tax_total?: BigNumberInput
}

/** The parts of a cart line that Medusa computes its totals from. */
const lineOf = (line: Priced, id: string, quantity: number): CartRow => ({
  id,
  quantity,
  unit_price: line.unit_price,
  amount: line.unit_price,
  is_tax_inclusive: line.is_tax_inclusive,
  tax_lines: [{ rate: line.rate }],
  adjustments:
    line.discount === 0
      ? []
      : [
          {
            amount: MathBN.div(
              MathBN.mult(MathBN.mult(line.unit_price, quantity), line.discount),
              1000
            ).toFixed(),
            is_tax_inclusive: line.is_tax_inclusive,
          },
        ],
})

const exact = (value: BigNumberInput | undefined): string => MathBN.convert(value ?? 0).toFixed()

const lineProblems = (item: OrderItem): string[] => {
  const { unitPrice, quantity, taxAmount, netTotalAmount, grossTotalAmount, taxRate } = item
  const checks: Record<string, boolean> = {
    sum: netTotalAmount + taxAmount === grossTotalAmount,
    net: MathBN.mult(unitPrice, quantity).eq(netTotalAmount),
    int32: [unitPrice, taxAmount, netTotalAmount, grossTotalAmount].every(isInt32),
    rate: Number.isInteger(taxRate) && taxRate >= 0 && taxRate <= 99_999,
    tax: Math.abs(taxAmount - (netTotalAmount * taxRate) / 10_000) <= 2,
    sign: taxAmount * netTotalAmount >= 0,
    texts: [item.name, item.reference, item.unit].every(
      (text) => text.length > 0 && text.length <= 128 && !/[<>\\\p{Cc}\p{Cs}]/u.test(text)
    ),
  }
  return Object.keys(checks).filter((name) => checks[name] !== true)
}

const problemsOf = (items: readonly OrderItem[], amount: number): string[] => {
  const sum = items.reduce((total, { grossTotalAmount }) => total + grossTotalAmount, 0)
  return [...items.flatMap(lineProblems), ...(sum === amount ? [] : ["total"])]
}

it("10,000 carts with Medusa's own totals add up exactly, line by line and in all", () => {
  let balanced = 0
  let carts = 0
  fc.assert(
    fc.property(anyCart, ({ items, shipping, credits, currency }) => {
      const itemRows = items.map((item, index) => lineOf(item, `item_${index}`, item.quantity))
      const shippingRows = shipping.map((method, index) => lineOf(method, `ship_${index}`, 1))
      // Medusa writes the totals into the rows it is given.
      const cart = decorateCartTotals({
        currency_code: currency.toLowerCase(),
        region: { automatic_taxes: true },
        items: itemRows,
        shipping_methods: shippingRows,
        credit_lines: credits.map((amount) => ({ amount })),
      })
      const amount = toMinorUnits(exact(cart.total), currency)
      fc.pre(amount > 0 && isInt32(amount))
      carts += 1
      const totals = [...itemRows, ...shippingRows]
      const given = [
        ...items.map((item) => ({ ...item, kind: "item" as const })),
        ...shipping.map((method) => ({ ...method, quantity: 1, kind: "shipping" as const })),
      ]
      const lines = given.map(({ kind, name, quantity, rate }, index): SaleLine => ({
        kind,
        reference: name,
        name,
        quantity,
        total: exact(totals[index]?.total),
        tax_total: exact(totals[index]?.tax_total),
        tax_rate: rate,
      }))
      const sale = {
        lines,
        credits: credits.map((credit) => ({ kind: "gift_card" as const, amount: credit })),
      }
      const sent = buildOrderLines(sale, { amount, currency, words: lineWords("da-DK") })

      expect(problemsOf(sent, amount)).toEqual([])
      const extra = sent.filter(({ reference }) => reference === "rounding")
      balanced += extra.length
      const shown = lines.filter(({ total, quantity }) => quantity > 0 || Number(total) !== 0)
      expect(sent.length - extra.length).toBe(shown.length + credits.length)
    }),
    { numRuns: 10_000 }
  )
  // Medusa's own lines always explain its total, to the øre.
  expect(balanced).toBe(0)
  expect(carts).toBe(10_000)
})
