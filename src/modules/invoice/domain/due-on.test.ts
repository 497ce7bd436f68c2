import { addDays, dueOn } from "./due-on"
import type { BuyerFacts, PaymentFacts } from "./order-facts"

const company: BuyerFacts = {
  type: "business",
  company_name: "Byens Bøger ApS",
  cvr: "10150817",
  vat_id: null,
  registration_no: null,
  ean: null,
  person_reference: null,
  order_reference: null,
  accounting_reference: null,
  address: null,
}
const onAccount: PaymentFacts = {
  kind: "on_account",
  method: "invoice",
  authorized: "138",
  canceled: false,
  captures: [],
  terms_days: 14,
}

describe("the last day to pay", () => {
  it("is the agreed number of days after the issue, over the ends of months and years", () => {
    expect(dueOn({ buyer: company, payments: [onAccount] }, "2026-12-20", 30)).toBe("2027-01-03")
    expect(addDays("2028-02-28", 1)).toBe("2028-02-29")
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30")
  })

  it("is the store's own for an authority, whatever way it bought", () => {
    const buyer: BuyerFacts = { ...company, type: "public" }
    expect(dueOn({ buyer, payments: [] }, "2026-11-26", 30)).toBe("2026-12-26")
  })

  it("stays what was agreed when an edit of the order cancelled the payment", () => {
    const canceled = { ...onAccount, canceled: true }
    expect(dueOn({ buyer: company, payments: [canceled] }, "2026-11-26", 30)).toBe("2026-12-10")
  })

  it("is unknown where nothing was agreed", () => {
    expect(dueOn({ buyer: company, payments: [] }, "2026-11-26", 30)).toBeNull()
    expect(dueOn({ buyer: { type: "private" }, payments: [] }, "2026-11-26", 30)).toBeNull()
  })
})
