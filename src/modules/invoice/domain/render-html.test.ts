import {
  companyInvoice,
  consumerInvoice,
  creditNote,
  euroInvoice,
} from "../../../../integration-tests/helpers/invoice-documents"
import type { InvoiceContent } from "./document"
import { renderInvoiceHtml } from "./render-html"

const REFUNDED = 249938

const document: InvoiceContent = {
  schema: "dk-invoice/1",
  kind: "credit_note",
  form: "full",
  controller_id: "default",
  series: "test",
  number: "TEST-2",
  cause: "refund:ref_1",
  issued_on: "2026-11-24",
  delivered_on: null,
  ships_to: "DK",
  due_on: null,
  seller: {
    name: "Nordlys Papir ApS",
    cvr: "14277137",
    address: "Gade 1, 5000 By",
    email: "a@b.dk",
    phone: null,
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
      line_id: null,
      description: "",
      item_no: null,
      quantity: "1",
      unit_price_net: "1999.5",
      discount_net: 0,
      vat_rate: "25",
      vat_category: "S",
      vat_reason: null,
      net: 199950,
      vat: 49988,
      gross: 249938,
    },
  ],
  vat: [{ category: "S", rate: "25", reason: null, net: 199950, vat: 49988, gross: 249938 }],
  vat_dkk: null,
  totals: { net: 199950, vat: 49988, gross: 249938 },
  payments: [{ method: "nets", amount: REFUNDED, paid_on: "2026-11-24" }],
  pay_to: null,
  amends: { number: "TEST-1", issued_on: "2026-11-01" },
  replaces: null,
  reason: null,
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
    const html = page({ ...document, buyer: { type: "private", name: null, address: null } }, "da")
    expect(html).toContain("Privat køber (forenklet faktura)")
    expect(html).not.toContain("Skolevej")
  })

  it("of a private buyer who asked for a full invoice names them", () => {
    const address = {
      address_1: "Skolevej 4",
      address_2: null,
      postal_code: "4690",
      city: "Haslev",
      country_code: "DK",
    }
    const html = page({ ...document, buyer: { type: "private", name: "Lone Bæk", address } }, "da")
    expect(html).toContain("Lone Bæk\nSkolevej 4\n4690 Haslev</address>")
  })

  it("tells when and where to pay what is left, and the article numbers", () => {
    const html = page(companyInvoice, "da")
    for (const part of [
      "<dt>Betalingsfrist</dt><dd>24. december 2026</dd>",
      "<dt>Betales senest</dt><dd>24. december 2026</dd>",
      "<dt>Reg.nr. og kontonr.</dt><dd>0400 0440116243</dd>",
      "<dt>IBAN</dt><dd>DK50 0040 0440 1162 43</dd>",
      "<dt>BIC</dt><dd>DABADKKK</dd>",
      "<dt>Oplys ved overførsel</dt><dd>10877</dd>",
      "<dt>Betalingskort (FIK)</dt><dd>+71&lt;000000000108778+81234567&lt;</dd>",
      "<small>Varenr. KOPI-A4-80</small>",
    ]) {
      expect(html).toContain(part)
    }
    expect(page(consumerInvoice, "da")).not.toContain("Betales senest")
  })

  it("tells why there is no VAT, what VAT is in kroner, and names the other country", () => {
    const html = page(euroInvoice, "da")
    for (const part of [
      "0 %<small>Momsfrit salg til andet EU-land / intra-Community supply</small>",
      "Moms i danske kroner: 0,00 kr.",
      "Kurs: 7,4605 kr. for 1 EUR (Danmarks Nationalbank, 23. november 2026)",
      "24937 Flensburg\nTyskland",
      "<dt>Momsnummer</dt><dd>DK14277137</dd>",
    ]) {
      expect(html).toContain(part)
    }
  })

  it("tells on each line why it has no VAT when others have", () => {
    const [first] = euroInvoice.lines
    const [vat] = euroInvoice.vat
    if (!first || !vat) throw new Error("The example has a line.")
    const mixed = {
      ...companyInvoice,
      lines: [...companyInvoice.lines, { ...first, item_no: "BOG-1" }],
      vat: [...companyInvoice.vat, vat],
    }
    expect(page(mixed, "da")).toContain("Varenr. BOG-1 · Momsfrit salg til andet EU-land")
  })

  it("tells why a credit note was made", () => {
    expect(page(creditNote, "da")).toContain("Årsag: Bordplade beskadiget under transport")
    expect(page(creditNote, "en")).toContain("Reason: Bordplade beskadiget under transport")
  })
})
