import fc from "fast-check"
import { buildCreditNote, remainingVat } from "./build-credit-note"
import { buildInvoice } from "./build-invoice"
import type { IssueFrame } from "./build-invoice"
import type { IssueTerms } from "./issue-terms"
import type { InvoiceContent } from "./document"
import { totalsOf } from "./line-amounts"
import type { LineFacts, OrderFacts } from "./order-facts"
import { planCredit } from "./plan-credit"

const FRAME: IssueFrame = {
  controller_id: "default",
  seller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Prøvegade 12",
    email: "a@b.dk",
    phone: null,
  },
  series: "test",
  number: "TEST-1",
  cause: "sale",
  issued_on: "2026-11-24",
}

const TERMS: IssueTerms = { due_on: null, pay_to: null, exchange: null }

const factsOf = (lines: LineFacts[], changes: Partial<OrderFacts> = {}): OrderFacts => ({
  order_id: "order_1",
  display_id: "1",
  currency: "DKK",
  state: "open",
  placed_at: "2026-11-24T10:00:00.000Z",
  lines,
  due: "0",
  credits: [],
  payments: [],
  refunds: [],
  shipped_on: null,
  ships_to: "DK",
  buyer: { type: "private" },
  exchange: null,
  has_claim: false,
  money: "real",
  ...changes,
})

const inclusive = (unit_price: string, quantity = "1", vat_rate = "25"): LineFacts => ({
  kind: "item",
  line_id: "ordli_1",
  description: "Notesbog",
  quantity,
  returned: "0",
  shipped: "0",
  unit_price,
  is_tax_inclusive: true,
  vat_rate,
  vat_code: null,
  vat_note: null,
  gift_card: null,
  item_no: null,
  adjustments: [],
})

const ore = (amount: number): string => (amount / 100).toFixed(2)

const anyLine: fc.Arbitrary<LineFacts> = fc
  .record({
    price: fc.integer({ min: 0, max: 500_000 }),
    quantity: fc.integer({ min: 1, max: 40 }),
    rate: fc.constantFrom("25", "0", "12.5"),
    is_tax_inclusive: fc.boolean(),
    discount: fc.option(fc.integer({ min: 0, max: 100 }), { nil: 0 }),
    kind: fc.constantFrom("item" as const, "shipping" as const),
  })
  .map(({ price, quantity, rate, is_tax_inclusive, discount, kind }) => ({
    kind,
    line_id: "ordli_1",
    description: "x",
    quantity: String(quantity),
    returned: "0",
    shipped: "0",
    unit_price: ore(price),
    is_tax_inclusive,
    vat_rate: rate,
    vat_code: null,
    vat_note: null,
    gift_card: null,
    item_no: null,
    adjustments:
      discount > 0
        ? [{ amount: ((price * quantity * discount) / 10_000).toFixed(4), is_tax_inclusive }]
        : [],
  }))

const anyOrder = fc.array(anyLine, { minLength: 1, maxLength: 9 }).map((lines) => factsOf(lines))

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

const expectToAddUp = ({ lines, vat, totals }: InvoiceContent): void => {
  for (const part of [...lines, ...vat, totals]) {
    expect(part.net + part.vat).toBe(part.gross)
    expect(Math.min(part.net, part.vat, part.gross)).toBeGreaterThanOrEqual(0)
  }
  for (const amount of ["net", "vat", "gross"] as const) {
    expect(sum(lines.map((line) => line[amount]))).toBe(totals[amount])
    expect(sum(vat.map((total) => total[amount]))).toBe(totals[amount])
  }
}

describe("an invoice", () => {
  it("takes the VAT out of Danish prices: 89 kr. and 49 kr. delivery", () => {
    const delivery: LineFacts = { ...inclusive("49"), kind: "shipping", description: "Levering" }
    const { lines, vat, totals } = buildInvoice(factsOf([inclusive("89"), delivery]), FRAME, TERMS)
    expect(lines.map(({ net, vat: tax, gross }) => [net, tax, gross])).toEqual([
      [7120, 1780, 8900],
      [3920, 980, 4900],
    ])
    expect(lines[0]?.unit_price_net).toBe("71.2")
    expect(vat).toEqual([
      { category: "S", rate: "25", reason: null, net: 11040, vat: 2760, gross: 13800 },
    ])
    expect(totals).toEqual({ net: 11040, vat: 2760, gross: 13800 })
  })

  it("keeps enough decimals of a unit price for quantity × price to meet the line", () => {
    const [line] = buildInvoice(factsOf([inclusive("49.99", "3")]), FRAME, TERMS).lines
    expect(line).toMatchObject({ unit_price_net: "39.992", net: 11998, vat: 2999, gross: 14997 })
  })

  it("shows a discount before VAT", () => {
    const discounted = {
      ...inclusive("100", "2"),
      adjustments: [{ amount: "40", is_tax_inclusive: true }],
    }
    const [line] = buildInvoice(factsOf([discounted]), FRAME, TERMS).lines
    expect(line).toMatchObject({ discount_net: 3200, net: 12800, vat: 3200, gross: 16000 })
  })

  it("has the consideration as total and a gift card among its payments", () => {
    const facts = factsOf([inclusive("1000")], {
      credits: [{ method: "gift_card", amount: "400", used_on: "2026-11-24" }],
      payments: [
        {
          kind: "provider",
          method: "nets",
          authorized: "600",
          canceled: false,
          captures: [{ amount: "600", captured_on: "2026-11-24" }],
        },
      ],
    })
    const { totals, payments } = buildInvoice(facts, FRAME, TERMS)
    expect(totals).toEqual({ net: 80000, vat: 20000, gross: 100000 })
    expect(payments.map(({ method, amount }) => [method, amount])).toEqual([
      ["gift_card", 40000],
      ["nets", 60000],
    ])
  })

  it("is discounted to zero and still adds up", () => {
    const free = { ...inclusive("89"), adjustments: [{ amount: "89", is_tax_inclusive: true }] }
    const invoice = buildInvoice(factsOf([free]), FRAME, TERMS)
    expect(invoice.totals).toEqual({ net: 0, vat: 0, gross: 0 })
    expect(invoice.lines[0]?.discount_net).toBe(7120)
  })

  it("adds up for any order: lines, VAT rates and total", () => {
    fc.assert(
      fc.property(anyOrder, (facts) => {
        expectToAddUp(buildInvoice(facts, FRAME, TERMS))
      }),
      { numRuns: 400 }
    )
  })

  it("meets the exact consideration within half an øre, and the VAT of each rate within one", () => {
    fc.assert(
      fc.property(anyOrder, (facts) => {
        const exact = facts.lines.map((line) => {
          const rate = Number(line.vat_rate) / 100
          const gross = (amount: string): number =>
            line.is_tax_inclusive ? Number(amount) : Number(amount) * (1 + rate)
          const discount = sum(line.adjustments.map(({ amount }) => gross(amount)))
          return Math.max(0, gross(line.unit_price) * Number(line.quantity) - discount) * 100
        })
        const { totals, vat } = buildInvoice(facts, FRAME, TERMS)
        expect(Math.abs(totals.gross - sum(exact))).toBeLessThan(0.51)
        for (const { rate, vat: tax, gross } of vat) {
          expect(Math.abs(tax - (gross * Number(rate)) / (100 + Number(rate)))).toBeLessThan(0.51)
        }
      }),
      { numRuns: 300 }
    )
  })
})

describe("a credit note", () => {
  const refundOf = (amount: number) => ({
    amount,
    lines: null,
    payments: [{ method: "nets" as const, amount, paid_on: "2027-01-08" }],
    reason: null,
  })
  const note = (invoice: InvoiceContent, credited: InvoiceContent[], amount: number) =>
    buildCreditNote(invoice, credited, refundOf(amount), { ...FRAME, number: "TEST-2" })

  it("of everything copies the invoice's lines and refers to its number", () => {
    const invoice = buildInvoice(
      factsOf([inclusive("89"), inclusive("20", "1", "0")]),
      FRAME,
      TERMS
    )
    const credit = note(invoice, [], 10900)
    expect(credit.lines).toEqual(invoice.lines)
    expect(credit.amends).toEqual({ number: "TEST-1", issued_on: "2026-11-24" })
  })

  it("of a part is split over the VAT rates", () => {
    const invoice = buildInvoice(
      factsOf([inclusive("75"), inclusive("25", "1", "0")]),
      FRAME,
      TERMS
    )
    const credit = note(invoice, [], 5000)
    expect(credit.lines.map(({ vat_rate, gross, vat }) => [vat_rate, gross, vat])).toEqual([
      ["25", 3750, 750],
      ["0", 1250, 0],
    ])
  })

  it("takes buyer and currency from the invoice", () => {
    const buyer = {
      type: "business" as const,
      company_name: "Byens Bøger ApS",
      cvr: "10150817",
      vat_id: null,
      registration_no: null,
      ean: null,
      person_reference: null,
      order_reference: null,
      accounting_reference: null,
      address: {
        address_1: "Torvet 1",
        address_2: null,
        postal_code: "5000",
        city: "Odense C",
        country_code: "dk",
      },
    }
    const invoice = buildInvoice(factsOf([inclusive("100")], { buyer }), FRAME, TERMS)
    expect(note(invoice, [], 100).buyer).toEqual(invoice.buyer)
    expect(JSON.stringify(invoice.buyer)).toContain("Byens Bøger ApS")
  })

  it("any number of them add up to the invoice at most, per rate, net and VAT, and to all of it in the end", () => {
    const plan = fc.tuple(
      anyOrder,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 })
    )
    fc.assert(
      fc.property(plan, ([facts, shares]) => {
        const invoice = buildInvoice(facts, FRAME, TERMS)
        const credited: InvoiceContent[] = []
        for (const share of [...shares, 1]) {
          const left = totalsOf(remainingVat(invoice, credited)).gross
          const amount = share === 1 ? left : Math.floor(left * share)
          if (amount === 0) continue
          expect(planCredit(amount, [{ invoice, credited }], [])).toHaveLength(1)
          expect(planCredit(left + 1, [{ invoice, credited }], [])).toBeNull()
          const credit = note(invoice, credited, amount)
          expectToAddUp(credit)
          expect(credit.totals.gross).toBe(amount)
          credited.push(credit)
          for (const rest of remainingVat(invoice, credited)) {
            expect(Math.min(rest.net, rest.vat, rest.gross)).toBeGreaterThanOrEqual(0)
          }
        }
        expect(totalsOf(remainingVat(invoice, credited))).toEqual({ net: 0, vat: 0, gross: 0 })
      }),
      { numRuns: 300 }
    )
  })
})
