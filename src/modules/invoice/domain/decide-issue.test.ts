import type { Issued } from "../../../../integration-tests/helpers/issue-all"
import {
  captured,
  frameOf,
  issueAll,
  order,
  payment,
  refund,
  STARTS_AT,
  TERMS,
} from "../../../../integration-tests/helpers/issue-all"
import { buildInvoice } from "./build-invoice"
import { decideIssue } from "./decide-issue"
import type { BuyerFacts, CreditFacts, OrderFacts } from "./order-facts"

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

const byHand = payment({ kind: "manual", method: "manual" })
const giftCard: CreditFacts = { method: "gift_card", amount: "138", used_on: "2026-11-24" }

/** Causes of what is due beside those issued; the sale among them stands as the facts have it. */
const causes = (facts: OrderFacts, ...issued: string[]): string[] => {
  const documents = issued.includes("sale") ? [buildInvoice(facts, frameOf([]), TERMS)] : []
  return issueAll(facts, { causes: issued, documents }).causes.slice(issued.length)
}

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
    ["nothing to pay", order({ due: "0", credits: [giftCard] }), ["sale"]],
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

  it("credits of a refund what the note of one that failed later does not cover already", () => {
    const failed = { ...refund, id: "ref_0", amount: "80" }
    const first = issueAll(order({ payments: [captured], refunds: [failed] }))
    const again = { ...refund, id: "ref_1", amount: "50" }
    const more = { ...refund, id: "ref_2", amount: "40" }
    const facts = order({
      payments: [captured],
      refunds: [again, more],
      undone_refunds: [{ id: "ref_0", amount: "80" }],
    })
    const amounts = ({ documents }: Issued) => documents.slice(1).map(({ totals }) => totals.gross)
    const second = issueAll(facts, first)
    expect(second.causes).toEqual(["sale", "refund:ref_0", "refund:ref_2"])
    expect(amounts(second)).toEqual([8000, 1000])
    const third = { ...facts, refunds: [again, more, { ...refund, id: "ref_3", amount: "30" }] }
    expect(amounts(issueAll(third, second))).toEqual([8000, 1000, 3000])
  })

  it("credits no refund of what was paid too much, after goods came back unpaid", () => {
    const onAccount = order({ shipped_on })
    const [line] = onAccount.lines
    if (!line) throw new Error("no line")
    const two = { ...onAccount, lines: [line, { ...line, line_id: "ordli_2" }], due: "276" }
    const back = {
      ...two,
      lines: [line, { ...line, line_id: "ordli_2", returned: "1" }],
      due: "138",
    }
    const credited = issueAll(back, issueAll(two))
    expect(credited.causes).toEqual(["sale", "reduction:1"])
    const paid = payment({ captures: [{ amount: "276", captured_on: "2026-11-24" }] })
    const refunds = [{ ...refund, amount: "138" }]
    expect(issueAll({ ...back, payments: [paid], refunds }, credited)).toEqual(credited)
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
        documents: [],
        startsAt: STARTS_AT,
      })
    expect(missingOf({ ...COMPANY, company_name: " " })).toEqual({
      next: null,
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
    expect(missingOf({ ...COMPANY, type: "public", ean: null }).next).toMatchObject({
      cause: "sale",
    })
  })
})
