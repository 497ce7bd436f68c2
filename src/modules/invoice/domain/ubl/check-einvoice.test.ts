import { goldenDocuments } from "../../../../../integration-tests/helpers/golden-documents"
import { spoiltDocuments } from "../../../../../integration-tests/helpers/spoilt-documents"
import type { EInvoiceFormat } from "./check"
import { checkEInvoice, PROBLEM_CODES } from "./check-einvoice"

const FORMATS: readonly EInvoiceFormat[] = ["peppol", "oioubl"]

describe("the check of an e-invoice", () => {
  it.each(Object.entries(goldenDocuments))("finds nothing wrong: %s", (_, document) => {
    for (const format of FORMATS) expect(checkEInvoice(document, format)).toEqual([])
  })

  it.each(spoiltDocuments)("finds $code: $title", ({ document, code, formats }) => {
    const finders = FORMATS.filter((format) =>
      checkEInvoice(document, format).some((problem) => problem.code === code)
    )
    expect(finders).toEqual(formats)
  })

  it("has a spoilt document for every problem", () => {
    expect(new Set(spoiltDocuments.map(({ code }) => code))).toEqual(new Set(PROBLEM_CODES))
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length)
  })

  it("names the rule of the document's kind", () => {
    const spoilt = spoiltDocuments.find(({ code }) => code === "buyer_reference_required")
    if (!spoilt) throw new Error("No document lacks its reference.")
    const ruleOf = (kind: "invoice" | "credit_note") =>
      checkEInvoice({ ...spoilt.document, kind }, "oioubl").map(({ rule }) => rule)
    expect(ruleOf("invoice")).toEqual(["F-INV046"])
    expect(ruleOf("credit_note")).toEqual(["F-CRN042"])
  })
})
