import { correctionsOf, fulfilmentOf, isComplete } from "./fulfilment"
import type { Draft, Known } from "./fulfilment"

const DRAFT: Draft = {
  ...{ reason: "", confirmed: [], locale: "da", override: false, finishBy: "" },
  ...{ ground: "objection", endsOn: "", decision: "", spared: [], corrected: {} },
}

const ADDRESS = {
  ...{ first_name: "Karen", last_name: "Prøve", company: null, address_1: "Testvej 7" },
  ...{ address_2: null, postal_code: "8000", city: "Aarhus C", phone: null },
}

const NOW = {
  customers: [
    { id: "cus_1", first_name: "Karen", last_name: "Prøve", email: "k@kunde.example", phone: null },
  ],
  addresses: [{ id: "caaddr_1", ...ADDRESS }],
  orders: [{ order_id: "order_1", display_id: 7, type: "shipping" as const, ...ADDRESS }],
}

const KNOWN: Known = { now: NOW, purposes: ["newsletter", "offers"] }
const NOTHING: Known = { now: null, purposes: [] }

/** Said always, so that what was ticked before can be taken away. */
const NONE = { confirmed_order_ids: [] }

describe("what carries a request out", () => {
  it("is only what was changed, where it stands", () => {
    const corrected = {
      ...{ "customer.phone": " 20112233 ", "customer.first_name": "Karen", "customer.email": " " },
      ...{ "caaddr_1.city": "Odense", "order_1.shipping.address_1": "Nyvej 2" },
    }
    expect(correctionsOf({ corrected }, NOW)).toEqual({
      customer: { phone: "20112233" },
      addresses: [
        { id: "caaddr_1", city: "Odense" },
        { order_id: "order_1", type: "shipping", address_1: "Nyvej 2" },
      ],
    })
    expect(correctionsOf({ corrected: { "customer.city": "Odense" } }, NOW)).toEqual({})
  })

  it.each([
    ["access", {}, { locale: "da", ...NONE }],
    ["erasure", {}, NONE],
    [
      ...(["erasure", { override: true, finishBy: "2026-12-20" }] as const),
      { override_blocks: true, finish_by: "2026-12-20", ...NONE },
    ],
    [
      "restriction",
      { endsOn: "2026-12-20" },
      { ground: "objection", ends_on: "2026-12-20", ...NONE },
    ],
    ["objection_automated", { decision: "changed" as const }, { decision: "changed" }],
    ["objection_marketing", { locale: "en" as const }, NONE],
    ["consent_withdrawal", {}, NONE],
    ["consent_withdrawal", { spared: ["offers"] }, { purposes: ["newsletter"], ...NONE }],
    ["information", { reason: " Ringet " }, { reason: "Ringet" }],
    ["portability", { confirmed: ["order_9"] }, { locale: "da", confirmed_order_ids: ["order_9"] }],
  ] as const)("has the fields of %s", (kind, change, expected) => {
    const draft = { ...DRAFT, ...change } as Draft
    expect(fulfilmentOf(kind, draft, KNOWN)).toEqual(expected)
  })

  it("waits for what its kind needs", () => {
    expect(isComplete("objection_automated", DRAFT, KNOWN)).toBe(false)
    expect(isComplete("objection_automated", { ...DRAFT, decision: "upheld" }, KNOWN)).toBe(true)
    expect(isComplete("rectification", DRAFT, KNOWN)).toBe(false)
    expect(isComplete("rectification", DRAFT, NOTHING)).toBe(false)
    const corrected = { "customer.phone": "20112233" }
    expect(isComplete("rectification", { ...DRAFT, corrected }, KNOWN)).toBe(true)
    const spared = ["newsletter", "offers"]
    expect(isComplete("consent_withdrawal", { ...DRAFT, spared }, KNOWN)).toBe(false)
    expect(isComplete("consent_withdrawal", DRAFT, NOTHING)).toBe(true)
    expect(isComplete("erasure", DRAFT, NOTHING)).toBe(true)
  })
})
