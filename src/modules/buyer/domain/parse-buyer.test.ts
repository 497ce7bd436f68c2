import fc from "fast-check"
import vectors from "../../../../integration-tests/vectors/public-buyer.json"
import { parseCvr, parseEan } from "../../../rules"
import { findAddressProblems } from "./billing-address"
import { warningsOf } from "./buyer"
import { parseBuyer, parseBuyerPlace } from "./parse-buyer"

const CVR = "13585628"
const EAN = "5798000019034"
const company = { type: "business", cvr: CVR, company_name: "Prøve ApS" }
const authority = {
  type: "public",
  ean: EAN,
  company_name: "Prøve Kommune",
  person_reference: "ABCDE",
}

const refusal = (input: unknown): string => {
  const result = parseBuyer(input)
  return result.ok ? "accepted" : `${result.reason.field} ${result.reason.code}`
}

describe("public buyers meet the published vectors", () => {
  const orders = vectors.cases.filter(({ kind }) => kind === "order")

  it.each(orders)("$why", ({ input, expect: expected }) => {
    const result = parseBuyer({
      type: input.customerType,
      company_name: "Prøve Kommune",
      ean: input.ean,
      person_reference: input.personReference,
      order_reference: input.orderReference,
      accounting_reference: input.accountString,
    })
    expect(result.ok).toBe(expected.accepted)
    if (result.ok) expect(warningsOf(result.value).length > 0).toBe(expected.warnNotDanish)
  })
})

describe("parseBuyer", () => {
  it.each<[string, unknown, string]>([
    ["a wrong check digit", { ...company, cvr: "13585627" }, "cvr check_digit"],
    ["seven digits", { ...company, cvr: "1358562" }, "cvr format"],
    ["a leading zero", { ...company, cvr: "01000004" }, "cvr leading_zero"],
    ["no CVR number", { ...company, cvr: " " }, "cvr required"],
    ["no company name", { ...company, company_name: "  " }, "company_name required"],
    ["swapped digits", { ...authority, ean: "5798000091034" }, "ean check_digit"],
    ["no EAN number", { ...authority, ean: null }, "ean required"],
    ["no reference", { ...authority, person_reference: " " }, "person_reference required"],
    ["a public buyer without name", { ...authority, company_name: "" }, "company_name required"],
    [
      "a public buyer with a VAT id",
      { ...authority, vat_id: "SE123456789001" },
      "vat_id not_allowed",
    ],
    ["a private buyer with an EAN", { type: "private", ean: EAN }, "ean not_allowed"],
    ["a private buyer with a CVR", { type: "private", cvr: CVR }, "cvr not_allowed"],
    ["an unknown type", { ...company, type: "robot" }, "type not_allowed_value"],
    ["no type", { cvr: CVR }, "type not_allowed_value"],
    ["an unknown field", { ...company, discount: "90" }, "discount unknown_field"],
    ["words as a field", { ...company, "Jens\nPrøve": "90" }, "* unknown_field"],
    ["10 kB of text", { ...company, company_name: "x".repeat(10_000) }, "company_name too_long"],
    [
      "10 kB of blanks",
      { ...company, order_reference: " ".repeat(10_000) },
      "order_reference too_long",
    ],
    ["a NUL character", { ...company, company_name: "a\u0000b" }, "company_name characters"],
    ["a number as JSON number", { ...company, cvr: 13585628 }, "cvr invalid_type"],
    ["a country's name", { ...company, country: "Danmark" }, "country format"],
    [
      "a foreign business without VAT id",
      { ...company, cvr: null, country: "se" },
      "vat_id required",
    ],
    ["a foreign business with CVR", { ...company, country: "se" }, "cvr not_allowed"],
    ["a Danish business with VAT id", { ...company, vat_id: "DK13585628" }, "vat_id not_allowed"],
    [
      "a VAT id of another country",
      { ...company, cvr: null, country: "se", vat_id: "DE123456789" },
      "vat_id format",
    ],
    ["a list", [company], "body invalid_type"],
    ["nothing", undefined, "body invalid_type"],
  ])("refuses %s", (_, input, expected) => {
    expect(refusal(input)).toBe(expected)
  })

  it("normalises what people type", () => {
    expect(parseBuyer({ ...company, cvr: " dk 13-58 56.28", country: "DK" })).toMatchObject({
      ok: true,
      value: { cvr: CVR, country: "dk", ean: null, person_reference: null },
    })
    expect(parseBuyer({ ...authority, ean: "5798 0000 1903 4" })).toMatchObject({
      value: { ean: EAN, country: "dk" },
    })
    const swedish = { ...company, cvr: null, country: "SE", vat_id: "se 556012-5790 01" }
    expect(parseBuyer(swedish)).toMatchObject({ value: { vat_id: "SE556012579001" } })
    const greek = { ...company, cvr: null, country: "gr", vat_id: "EL094259216" }
    expect(parseBuyer(greek)).toMatchObject({ ok: true })
  })

  it("lets an association buy without a company number", () => {
    const association = { type: "business", company_name: "Prøve Idrætsforening" }
    expect(parseBuyer({ ...association, company_form: "association" }).ok).toBe(true)
    expect(parseBuyer({ ...association, registration_no: "F-1234" }).ok).toBe(true)
  })

  it("never throws, never repeats the value and accepts only what its rules hold for", () => {
    const field = fc.option(fc.oneof(fc.string(), fc.constantFrom(CVR, EAN, "13585627")), {
      nil: null,
    })
    const body = fc.record({
      type: fc.constantFrom("private", "business", "public", "other"),
      cvr: field,
      ean: field,
      company_name: field,
      person_reference: field,
      order_reference: field,
    })
    fc.assert(
      fc.property(body, (input) => {
        const result = parseBuyer(input)
        if (!result.ok) return !/\d{4}/.test(result.reason.message)
        const { type, cvr, ean, company_name, person_reference, order_reference } = result.value
        if (type === "private") return [cvr, ean, company_name].every((value) => value === null)
        if (company_name === null) return false
        if (type === "business") return parseCvr(cvr ?? "").ok
        return parseEan(ean ?? "").ok && (person_reference ?? order_reference) !== null
      })
    )
  })

  it("is at rest after one reading", () => {
    for (const input of [company, authority, { type: "private" }]) {
      const once = parseBuyer(input)
      expect(parseBuyer(once.ok && once.value)).toEqual(once)
    }
  })
})

describe("findAddressProblems", () => {
  const address = { address_1: "Vej 1", postal_code: "8000", city: "Aarhus", country_code: "dk" }

  it("asks a full address of companies and authorities only", () => {
    expect(findAddressProblems({ type: "business" }, address)).toEqual([])
    expect(findAddressProblems({ type: "private" }, null)).toEqual([])
    expect(findAddressProblems({ type: "public" }, null)).toMatchObject([
      { field: "billing_address" },
    ])
    expect(
      findAddressProblems({ type: "public" }, { ...address, city: " ", postal_code: null })
    ).toMatchObject([{ field: "billing_address.postal_code" }, { field: "billing_address.city" }])
  })
})

describe("parseBuyerPlace", () => {
  it("keeps an EAN number with the name it stands for", () => {
    expect(parseBuyerPlace({ ean: "5798 0000 1903 4", company_name: "Prøve Skole" })).toEqual({
      ok: true,
      value: { ean: EAN, company_name: "Prøve Skole", accounting_reference: null },
    })
    expect(parseBuyerPlace({ ean: EAN })).toMatchObject({ reason: { field: "company_name" } })
    expect(parseBuyerPlace({ company_name: "x" })).toMatchObject({ reason: { field: "ean" } })
    expect(parseBuyerPlace({ ean: "5798000091034", company_name: "x" })).toMatchObject({
      reason: { field: "ean", code: "check_digit" },
    })
    expect(parseBuyerPlace({ ean: EAN, company_name: "x", type: "public" })).toMatchObject({
      reason: { field: "type", code: "unknown_field" },
    })
  })
})
