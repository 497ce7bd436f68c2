import { decideIssue } from "./decide-issue"
import type { BuyerFacts, OrderFacts, PaymentFacts, RefundFacts } from "./order-facts"

const STARTS_AT = "2026-11-01T00:00:00.000Z"

const COMPANY: Exclude<BuyerFacts, { type: "private" }> = {
  type: "business",
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

const payment = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  kind: "provider",
  method: "nets",
  authorized: "138",
  canceled: false,
  captures: [],
  ...changes,
})
const captured = payment({ captures: [{ amount: "138", captured_on: "2026-11-24" }] })
const byHand = payment({ kind: "manual", method: "manual" })
const refund: RefundFacts = {
  id: "ref_1",
  amount: "38",
  method: "nets",
  refunded_on: "2026-11-25",
}

const order = (changes: Partial<OrderFacts> = {}): OrderFacts => ({
  order_id: "order_1",
  display_id: "1",
  currency: "DKK",
  state: "open",
  placed_at: "2026-11-24T10:00:00.000Z",
  lines: [
    {
      kind: "item",
      description: "Notesbog",
      quantity: "1",
      unit_price: "138",
      is_tax_inclusive: true,
      vat_rate: "25",
      vat_code: null,
      vat_note: null,
      is_gift_card: false,
      item_no: null,
      adjustments: [],
    },
  ],
  due: "138",
  credits: [],
  payments: [],
  refunds: [],
  shipped_on: null,
  ships_to: "DK",
  buyer: { type: "private" },
  money: "real",
  ...changes,
})

const causes = (facts: OrderFacts, ...issued: string[]): string[] =>
  decideIssue(facts, { issued: new Set(issued), startsAt: STARTS_AT }).issue.map(
    ({ cause }) => cause
  )

describe("what the facts of an order call for", () => {
  const shipped_on = "2026-11-24"

  it.each<[string, OrderFacts, string[]]>([
    ["money reserved", order({ payments: [payment()] }), []],
    ["money captured", order({ payments: [captured] }), ["sale"]],
    ["reserved and shipped: it comes at capture", order({ payments: [payment()], shipped_on }), []],
    ["no payment at all", order(), []],
    ["on account, shipped", order({ shipped_on }), ["sale"]],
    ["Medusa's own provider reserves nothing", order({ payments: [byHand] }), []],
    ["Medusa's own provider, shipped", order({ payments: [byHand], shipped_on }), ["sale"]],
    [
      "a canceled reservation, shipped",
      order({ payments: [payment({ canceled: true })], shipped_on }),
      ["sale"],
    ],
    ["nothing to pay", order({ due: "0" }), ["sale"]],
    ["a draft, paid", order({ state: "draft", payments: [captured] }), []],
    ["canceled before payment", order({ state: "canceled", due: "0" }), []],
    [
      "canceled and paid back",
      order({ state: "canceled", payments: [captured], refunds: [refund] }),
      ["sale", "refund:ref_1"],
    ],
    [
      "paid and refunded at once",
      order({ payments: [captured], refunds: [refund] }),
      ["sale", "refund:ref_1"],
    ],
    [
      "a refund of nothing",
      order({ payments: [captured], refunds: [{ ...refund, amount: "0" }] }),
      ["sale"],
    ],
    ["no lines", order({ lines: [], due: "0" }), []],
    [
      "placed before the plugin",
      order({ payments: [captured], placed_at: "2026-10-31T23:00:00.000Z" }),
      [],
    ],
  ])("%s", (_, facts, expected) => {
    expect(causes(facts)).toEqual(expected)
  })

  it("credits no refund that the note of one that failed later covers already", () => {
    const undone = { id: "ref_0", amount: "80" }
    const again = { ...refund, id: "ref_1", amount: "50" }
    const more = { ...refund, id: "ref_2", amount: "40" }
    const facts = order({
      payments: [captured],
      refunds: [again, more],
      undone_refunds: [undone],
    })
    expect(causes(facts, "sale", "refund:ref_0")).toEqual(["refund:ref_2"])
    expect(causes(facts, "sale", "refund:ref_0", "refund:ref_2")).toEqual([])
    expect(causes(facts, "sale")).toEqual(["refund:ref_1", "refund:ref_2"])
    const third = { ...facts, refunds: [again, more, { ...refund, id: "ref_3", amount: "30" }] }
    expect(causes(third, "sale", "refund:ref_0", "refund:ref_2")).toEqual([])
  })

  it("is issued once, and a refund after it alone", () => {
    const facts = order({ payments: [captured], refunds: [refund] })
    expect(causes(facts, "sale")).toEqual(["refund:ref_1"])
    expect(causes(facts, "sale", "refund:ref_1")).toEqual([])
  })

  it("waits for what a full invoice must say, names it, and stops for no e-invoice rule", () => {
    const missingOf = (buyer: BuyerFacts) =>
      decideIssue(order({ payments: [captured], refunds: [refund], buyer }), {
        issued: new Set(),
        startsAt: STARTS_AT,
      })
    expect(missingOf({ ...COMPANY, company_name: " " })).toEqual({
      issue: [],
      missing: [{ field: "company_name", code: "required" }],
    })
    expect(missingOf({ ...COMPANY, address: null }).missing).toEqual([
      { field: "billing_address", code: "required" },
    ])
    const address = { ...COMPANY.address, address_1: null, address_2: null, city: "" }
    expect(
      missingOf({ ...COMPANY, address: { postal_code: "5000", country_code: "dk", ...address } })
        .missing
    ).toEqual([
      { field: "billing_address.address_1", code: "required" },
      { field: "billing_address.city", code: "required" },
    ])
    expect(missingOf({ ...COMPANY, type: "public", ean: null }).issue).toHaveLength(2)
  })
})
