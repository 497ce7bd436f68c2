import type { InvoiceContent } from "./document"
import { renderInvoiceHtml } from "./render-html"

const REFUNDED = 249938

const document: InvoiceContent = {
  schema: "dk-invoice/1",
  kind: "credit_note",
  controller_id: "default",
  series: "test",
  number: "TEST-2",
  issued_on: "2026-11-24",
  delivered_on: null,
  seller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Gade 1, 5000 By",
    email: "a@b.dk",
  },
  buyer: {
    type: "public",
    company_name: `Skolen <script>alert("1")</script> & Co`,
    address: {
      address_1: "Skolevej 4",
      address_2: null,
      postal_code: "4690",
      city: "Haslev",
      country_code: "DK",
    },
    cvr: null,
    ean: "5798000420526",
    person_reference: "LONE42",
    order_reference: null,
    accounting_reference: null,
  },
  order_number: "1203",
  currency: "DKK",
  lines: [
    {
      kind: "credit",
      description: "",
      quantity: "1",
      unit_price_net: "1999.5",
      discount_net: 0,
      vat_rate: "25",
      net: 199950,
      vat: 49988,
      gross: 249938,
    },
  ],
  vat: [{ rate: "25", net: 199950, vat: 49988, gross: 249938 }],
  totals: { net: 199950, vat: 49988, gross: 249938 },
  payments: [{ method: "nets", amount: REFUNDED, paid_on: "2026-11-24" }],
  amends: { number: "TEST-1", issued_on: "2026-11-01" },
}

/** Amounts are written with non-breaking spaces. */
const page = (content: InvoiceContent, locale: "da" | "en"): string =>
  renderInvoiceHtml(content, locale).replace(/\u00a0/g, " ")

describe("the rendered document", () => {
  it("says in Danish and English what it is, what it amends and the amounts", () => {
    const da = page(document, "da")
    expect(da).toContain("<h1>Kreditnota</h1>")
    expect(da).toContain("Ændrer faktura TEST-1 af 1. november 2026")
    expect(da).toContain("2.499,38 kr.")
    expect(da).toContain("Tilbagebetaling, varer med 25 % moms")
    const en = page(document, "en")
    expect(en).toContain("<h1>Credit note</h1>")
    expect(en).toContain("Amends invoice TEST-1 of 1 November 2026")
    expect(en).toContain("2,499.38")
  })

  it("never runs what a buyer typed", () => {
    expect(page(document, "da")).not.toContain("<script>")
    expect(page(document, "da")).toContain("Skolen &lt;script&gt;")
  })

  it("is marked in the test series only", () => {
    expect(page(document, "da")).toContain("Det er ikke en gyldig faktura")
    const live = page({ ...document, series: "live" }, "da")
    expect(live).not.toContain('class="watermark"')
    expect(live).not.toContain("ikke en gyldig faktura")
  })

  it("of a private buyer shows no address block", () => {
    const html = page({ ...document, buyer: { type: "private" } }, "da")
    expect(html).toContain("Privat køber (forenklet faktura)")
    expect(html).not.toContain("Skolevej")
  })
})
