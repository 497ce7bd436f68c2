import { goldenDocuments } from "../../../../../integration-tests/helpers/golden-documents"
import type { InvoiceContent } from "../document"
import { renderOioubl } from "./render-oioubl"

const golden = (title: string): InvoiceContent => {
  const document = goldenDocuments[title]
  if (!document) throw new Error(`There is no document "${title}".`)
  return document
}

const count = (xml: string, text: string): number => xml.split(text).length - 1

describe("an OIOUBL document", () => {
  it("names the profile the receiver is registered for", () => {
    expect(renderOioubl(golden("exempt"))).toContain(">Procurement-BilSim-1.0</cbc:ProfileID>")
    expect(renderOioubl(golden("exempt"), "urn:www.nesubl.eu:profiles:profile5:ver2.0")).toContain(
      ">urn:www.nesubl.eu:profiles:profile5:ver2.0</cbc:ProfileID>"
    )
  })

  it("writes company numbers with the prefix and an EAN without", () => {
    const xml = renderOioubl(golden("to an authority by person"))
    expect(xml).toContain('<cbc:EndpointID schemeID="DK:CVR">DK14277137</cbc:EndpointID>')
    expect(xml).toContain('<cbc:CompanyID schemeID="DK:SE">DK14277137</cbc:CompanyID>')
    expect(xml).toContain('<cbc:EndpointID schemeID="GLN">5798000420526</cbc:EndpointID>')
    expect(renderOioubl(golden("goods to a business in Greece"))).toContain(
      '<cbc:EndpointID schemeID="GR:VAT">EL094259216</cbc:EndpointID>'
    )
  })

  it.each([
    ["to an authority with all references", "LONE42"],
    ["to an authority by order", "REK-2026-0042"],
    ["on account by IBAN", "PO-77"],
    ["without an order number of the buyer's own", "1203"],
  ])("is routed %s: %s", (title, id) => {
    expect(renderOioubl(golden(title))).toContain(
      `<cac:Contact><cbc:ID>${id}</cbc:ID></cac:Contact>`
    )
  })

  it("has one sum for everything without VAT", () => {
    const total = /<cac:TaxTotal>.*?<\/cac:TaxTotal>(?=<cac:LegalMonetaryTotal>)/.exec(
      renderOioubl(golden("all rates of Denmark"))
    )?.[0]
    expect(count(total ?? "", "<cac:TaxSubtotal>")).toBe(2)
    expect(total).toContain('<cbc:TaxableAmount currencyID="DKK">340.00</cbc:TaxableAmount>')
  })

  it("calls the VAT TaxExclusiveAmount", () => {
    expect(renderOioubl(golden("on account by IBAN"))).toContain(
      '<cbc:TaxExclusiveAmount currencyID="DKK">17.80</cbc:TaxExclusiveAmount>'
    )
  })

  it.each([
    ["on account by bank transfer", "42", "DK:BANK"],
    ["on account by payment slip", "93", "DK:FIK"],
    ["on account by IBAN", "58", "IBAN"],
  ])("is paid %s: %s by %s", (title, code, channel) => {
    const xml = renderOioubl(golden(title))
    expect(xml).toContain(
      `<cbc:PaymentMeansCode>${code}</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-12-24</cbc:PaymentDueDate>`
    )
    expect(xml).toContain(`>${channel}</cbc:PaymentChannelCode>`)
  })

  it("lists the payments made", () => {
    const xml = renderOioubl(golden("paid by gift card and card"))
    expect(xml).toContain(
      '<cac:PrepaidPayment><cbc:PaidAmount currencyID="DKK">400.00</cbc:PaidAmount><cbc:PaidDate>2026-11-24</cbc:PaidDate></cac:PrepaidPayment>'
    )
    expect(count(xml, "<cac:PrepaidPayment>")).toBe(2)
  })

  it("has a discount inside the price", () => {
    const xml = renderOioubl(golden("discounted"))
    expect(xml).toContain("<cbc:Note>Rabat / discount: DKK 36.40</cbc:Note>")
    expect(xml).toContain('<cbc:PriceAmount currencyID="DKK">67.8667</cbc:PriceAmount>')
  })

  it("has VAT in kroner and the rate beside a foreign currency", () => {
    const xml = renderOioubl(golden("in euros with VAT in kroner"))
    expect(xml).toContain(
      '<cbc:TransactionCurrencyTaxAmount currencyID="DKK">222.32</cbc:TransactionCurrencyTaxAmount>'
    )
    expect(xml).toContain("<cbc:CalculationRate>7.4604</cbc:CalculationRate>")
  })
})
