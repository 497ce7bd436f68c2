import type { BuyerFields } from "./buyer-fields"
import { decideOnAccount } from "./on-account"

const NOBODY: BuyerFields = {
  type: "private",
  country: null,
  cvr: null,
  vat_id: null,
  registration_no: null,
  ean: null,
  company_name: null,
  person_reference: null,
  order_reference: null,
  accounting_reference: null,
  company_form: null,
  name_on_invoice: null,
}
const SCHOOL: BuyerFields = {
  ...NOBODY,
  type: "public",
  country: "dk",
  ean: "5798000420526",
  company_name: "Åstrup Skole",
  person_reference: "LONE42",
}
const COMPANY: BuyerFields = {
  ...NOBODY,
  type: "business",
  country: "dk",
  cvr: "10150817",
  company_name: "Byens Bøger ApS",
}
const PURCHASE = {
  buyer: COMPANY,
  credit: { limit: 100_000, terms_days: 14 },
  currency: "dkk",
  amount: 60_000,
  open: 40_000,
}

const reasonOf = (purchase: Parameters<typeof decideOnAccount>[0]): string => {
  const result = decideOnAccount(purchase)
  return result.ok ? "allowed" : result.reason.code
}

describe("a purchase on invoice", () => {
  it("is allowed to an authority with EAN and reference, whatever it owes", () => {
    const purchase = { ...PURCHASE, buyer: SCHOOL, credit: null, open: 9_999_999, currency: "eur" }
    expect(decideOnAccount(purchase)).toEqual({ ok: true, value: { terms_days: null } })
  })

  it("needs the authority's valid EAN and a reference", () => {
    expect(reasonOf({ ...PURCHASE, buyer: { ...SCHOOL, ean: null } })).toBe("ean_missing")
    expect(reasonOf({ ...PURCHASE, buyer: { ...SCHOOL, ean: "5798000420527" } })).toBe(
      "ean_missing"
    )
    expect(reasonOf({ ...PURCHASE, buyer: { ...SCHOOL, person_reference: null } })).toBe(
      "reference_missing"
    )
  })

  it("is allowed to an approved company up to its limit and not an øre beyond", () => {
    expect(decideOnAccount(PURCHASE)).toEqual({ ok: true, value: { terms_days: 14 } })
    expect(reasonOf({ ...PURCHASE, amount: 60_001 })).toBe("credit_limit_exceeded")
  })

  it("is refused to people, to nobody, to a company without approval and in another currency", () => {
    expect(reasonOf({ ...PURCHASE, buyer: NOBODY })).toBe("on_account_not_approved")
    expect(reasonOf({ ...PURCHASE, buyer: null })).toBe("on_account_not_approved")
    expect(reasonOf({ ...PURCHASE, credit: null })).toBe("on_account_not_approved")
    expect(reasonOf({ ...PURCHASE, currency: "eur" })).toBe("on_account_currency")
  })
})
