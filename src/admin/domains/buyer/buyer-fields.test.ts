import { bodyOf, draftOf, fieldsOf } from "./buyer-fields"

const draft = {
  ...draftOf(null),
  company_name: " Prøve ApS ",
  cvr: "13585628",
  ean: "579800001903",
}

describe("the buyer's form", () => {
  it("sends only the fields of the chosen type", () => {
    expect(bodyOf({ ...draft, type: "private" })).toEqual({ type: "private" })
    expect(bodyOf({ ...draft, type: "public" })).toEqual({
      type: "public",
      ean: "579800001903",
      company_name: "Prøve ApS",
    })
    expect(bodyOf({ ...draft, type: "business", company_form: "company" })).toEqual({
      type: "business",
      country: "dk",
      cvr: "13585628",
      company_name: "Prøve ApS",
      company_form: "company",
    })
  })

  it("sends a private buyer's wish for a name on the invoice, and nobody else's", () => {
    const named = { ...draft, name_on_invoice: true }
    expect(bodyOf({ ...named, type: "private" })).toEqual({
      type: "private",
      name_on_invoice: true,
    })
    expect(bodyOf({ ...named, type: "public" })).not.toHaveProperty("name_on_invoice")
  })

  it("asks a foreign company for its VAT id instead of a CVR number", () => {
    expect(fieldsOf({ type: "business", country: "SE" })).toContain("vat_id")
    expect(fieldsOf({ type: "business", country: "SE" })).not.toContain("cvr")
    expect(fieldsOf({ type: "business", country: "DK" })).toContain("cvr")
  })
})
