import { credit, goldenDocuments } from "../../../../../integration-tests/helpers/golden-documents"
import type { InvoiceContent } from "../document"
import { renderPeppol } from "./render-peppol"

const golden = (title: string): InvoiceContent => {
  const document = goldenDocuments[title]
  if (!document) throw new Error(`There is no document "${title}".`)
  return document
}

/** The texts of all elements of a name. */
const textsOf = (document: InvoiceContent, name: string): string[] =>
  [...renderPeppol(document).matchAll(new RegExp(`<cbc:${name}[^>]*>([^<]*)<`, "g"))].flatMap(
    ([, text]) => (text === undefined ? [] : [text])
  )

describe("a Peppol document", () => {
  it("reaches seller and buyer by CVR, and an authority by EAN", () => {
    expect(textsOf(golden("on account by bank transfer"), "EndpointID")).toEqual([
      "14277137",
      "10150817",
    ])
    expect(renderPeppol(golden("to an authority by person"))).toContain(
      '<cbc:EndpointID schemeID="0088">5798000420526</cbc:EndpointID>'
    )
    expect(renderPeppol(golden("goods to a business in Greece"))).toContain(
      '<cbc:EndpointID schemeID="9933">EL094259216</cbc:EndpointID>'
    )
  })

  it("puts the person, the order and the account string where the authority reads them", () => {
    const xml = renderPeppol(golden("to an authority with all references"))
    expect(xml).toContain("<cbc:BuyerReference>LONE42</cbc:BuyerReference>")
    expect(xml).toContain("<cac:OrderReference><cbc:ID>REK-2026-0042</cbc:ID>")
    expect(xml).toContain("<cbc:AccountingCost>1234-5678-90</cbc:AccountingCost>")
  })

  it("gives the store's own order number where the buyer has none", () => {
    expect(renderPeppol(golden("without an order number of the buyer's own"))).toContain(
      "<cac:OrderReference><cbc:ID>NA</cbc:ID><cbc:SalesOrderID>1203</cbc:SalesOrderID></cac:OrderReference>"
    )
  })

  it("gives an authority no order number but its own", () => {
    const document = golden("to an authority by person")
    if (document.buyer.type !== "public") throw new Error("The buyer is no authority.")
    const buyer = { ...document.buyer, person_reference: null }
    expect(renderPeppol({ ...document, buyer })).not.toContain("OrderReference")
  })

  it.each([
    ["on account by bank transfer", "42"],
    ["on account by payment slip", "93"],
    ["on account by IBAN", "58"],
    ["on account with nowhere to pay", "1"],
    ["paid by card", "48"],
    ["paid by gift card", "97"],
    ["paid by gift card and card", "48"],
  ])("is paid %s: code %s", (title, code) => {
    expect(textsOf(golden(title), "PaymentMeansCode")).toEqual([code])
  })

  it("says what was paid and what is left", () => {
    const amounts = (title: string) => [
      textsOf(golden(title), "PrepaidAmount"),
      textsOf(golden(title), "PayableAmount"),
    ]
    expect(amounts("paid by card")).toEqual([["138.00"], ["0.00"]])
    expect(amounts("paid in part")).toEqual([["600.00"], ["400.00"]])
    expect(amounts("paid more than the total")).toEqual([["89.00"], ["0.00"]])
    expect(amounts("on account by IBAN")).toEqual([[], ["89.00"]])
  })

  it("shows a discount apart from the price", () => {
    const xml = renderPeppol(golden("discounted"))
    expect(xml).toContain('<cbc:Amount currencyID="DKK">36.40</cbc:Amount>')
    expect(xml).toContain('<cbc:PriceAmount currencyID="DKK">80</cbc:PriceAmount>')
  })

  it("gives the price of the whole quantity where the rounded unit price misses the line", () => {
    const document = golden("a large quantity of a small price")
    expect(renderPeppol(document)).toContain(
      '<cbc:PriceAmount currencyID="DKK">0.3333</cbc:PriceAmount></cac:Price>'
    )
    const lines = document.lines.map((line) => ({ ...line, unit_price_net: "0.333" }))
    expect(renderPeppol({ ...document, lines })).toContain(
      '<cbc:PriceAmount currencyID="DKK">4114.59</cbc:PriceAmount><cbc:BaseQuantity unitCode="EA">12345</cbc:BaseQuantity>'
    )
  })

  it("has VAT in kroner beside a foreign currency", () => {
    const document = golden("in euros with VAT in kroner")
    expect(textsOf(document, "TaxCurrencyCode")).toEqual(["DKK"])
    expect(renderPeppol(document)).toContain(
      '<cac:TaxTotal><cbc:TaxAmount currencyID="DKK">222.32</cbc:TaxAmount></cac:TaxTotal>'
    )
    expect(textsOf(document, "Note")[0]).toContain("1 EUR = DKK 7.4604")
  })

  it("shows no VAT id on what is outside the scope of VAT", () => {
    expect(renderPeppol(golden("a gift card"))).not.toContain("PartyTaxScheme")
  })

  it("credits with positive amounts and names the invoice", () => {
    const xml = renderPeppol(credit(golden("paid by card"), 5000))
    expect(xml).toContain(
      "<cac:InvoiceDocumentReference><cbc:ID>F-2026-000123</cbc:ID><cbc:IssueDate>2026-11-24</cbc:IssueDate>"
    )
    expect(xml).toContain('<cbc:CreditedQuantity unitCode="EA">1</cbc:CreditedQuantity>')
    expect(xml).toContain("<cbc:Name>Tilbagebetaling, moms 25 % / refund, VAT 25 %</cbc:Name>")
    expect(xml).not.toMatch(/DueDate|>-/)
  })

  it("has one note, without number signs, that warns of the test series", () => {
    expect(textsOf(golden("credit in the words of staff"), "Note")).toEqual([
      "Ordre 1203: vare ABC retur",
    ])
    expect(textsOf(golden("of the test series"), "Note")[0]).toMatch(/^TEST/)
  })

  it("takes the seller's address apart", () => {
    expect(renderPeppol(golden("exempt"))).toContain(
      "<cbc:StreetName>Prøvegade 12</cbc:StreetName><cbc:AdditionalStreetName>1. sal</cbc:AdditionalStreetName><cbc:CityName>Aarhus C</cbc:CityName><cbc:PostalZone>8000</cbc:PostalZone>"
    )
  })

  it("is the same each time", () => {
    expect(renderPeppol(golden("300 lines"))).toBe(renderPeppol(golden("300 lines")))
  })
})
