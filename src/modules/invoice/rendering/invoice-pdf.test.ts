import { createHash } from "node:crypto"
import fc from "fast-check"
import {
  companyInvoice,
  consumerInvoice,
  creditNote,
  euroInvoice,
  line,
  publicInvoice,
  totalsOf,
} from "../../../../integration-tests/helpers/invoice-documents"
import { readPdfPages, readPdfPositions } from "../../../../integration-tests/helpers/pdf-pages"
import type { BuyerParty, DocumentLine, InvoiceContent } from "../domain/document"
import { renderInvoicePdf } from "./invoice-pdf"
import { CONTENT } from "./sheet"

const pagesOf = async (document: InvoiceContent, locale: "da" | "en" = "da"): Promise<string[][]> =>
  readPdfPages(await renderInvoicePdf(document, locale))

/** All texts of all pages, one line each. */
const textOf = async (document: InvoiceContent, locale: "da" | "en" = "da"): Promise<string> =>
  (await pagesOf(document, locale)).flat().join("\n")

const expectAll = (text: string, parts: readonly string[]): void => {
  for (const part of parts) expect(text).toContain(part)
}

const manyLines = (count: number): InvoiceContent => {
  const lines = Array.from({ length: count }, (_, index) =>
    line(`Vare nummer ${index + 1};`, `V-${index + 1};`, { quantity: 1 + (index % 7), price: 4999 })
  )
  return { ...companyInvoice, lines, ...totalsOf(lines) }
}

describe("the PDF of a document", () => {
  it("has the same bytes every time", async () => {
    const digest = async (): Promise<string> =>
      createHash("sha256")
        .update(await renderInvoicePdf(companyInvoice, "da"))
        .digest("hex")
    expect(await digest()).toBe(await digest())
  })

  it("says what it is, in which language and when it was issued, and no other time", async () => {
    const pdf = (await renderInvoicePdf(companyInvoice, "en")).toString("latin1")
    expectAll(pdf, ["(Invoice 10877)", "/Lang (en)", "/Marked true", "(D:20261124000000Z)"])
    expect(pdf.match(/D:\d{14}/g)).toEqual(["D:20261124000000"])
  })

  it("for a private buyer names what was bought and how it was paid, and nobody", async () => {
    const text = await textOf(consumerInvoice)
    expectAll(text, [
      "Faktura\n",
      "Privat køber (forenklet faktura)",
      ...["10431", "24. november 2026", "1203", "Nordlys Papir ApS", "Prøvegade 12", "14277137"],
      ...["Notesbog A5, linjeret, genbrugspapir", "Varenr. NOTE-A5", "Fyldepen, blå", "71,20"],
      ...["25 %", "381,20 kr.", "95,30 kr.", "476,50 kr."],
      "Betalt 24. november 2026, Nets",
      "Til betaling\n0,00 kr.",
      "Side 1 af 1",
    ])
    expect(text).not.toContain("Sådan betaler du")
  })

  it("for a company names its numbers, discounts, due date and where to pay", async () => {
    expectAll(await textOf(companyInvoice), [
      ...["Byens Bøger ApS", "Torvet 1, 2. sal", "5000 Odense C", "10150817", "PO-2026-118"],
      ...["Rabat", "-859,80", "11.492,75 kr."],
      "Betales senest\n24. december 2026",
      "0400 0440116243",
      "DK50 0040 0440 1162 43",
      "DABADKKK",
      "+71<000000000108778+81234567<",
    ])
  })

  it("for a public buyer has every reference, and marks the test series", async () => {
    const text = await textOf(publicInvoice)
    expectAll(text, ["Åstrup Skole, Faxe Kommune", "5798000420526", "29188475"])
    expectAll(text, ["LONE42", "REK-7781", "3210-44-100"])
    expectAll(text, ["TEST\n", "Prøvedokument i testserien. Det er ikke en gyldig faktura."])
    expect(await textOf(companyInvoice)).not.toContain("TEST")
  })

  it("across a border tells why there is no VAT, the rate of exchange and both VAT numbers", async () => {
    expectAll(await textOf(euroInvoice, "en"), [
      ...["Germany", "Denmark", "DE123456789", "DK14277137"],
      "Momsfrit salg til andet EU-land / intra-\nCommunity supply",
      "VAT in Danish kroner: DKK 0.00",
      "Rate: DKK 7.4605 for 1 EUR (Danmarks Nationalbank, 23 \nNovember 2026)",
      "EUR 9,194.20",
    ])
  })

  it("that credits names the invoice and the reason", async () => {
    expectAll(await textOf(creditNote), [
      "Kreditnota",
      "Ændrer faktura 10877 af 24. november 2026",
      "Årsag: Bordplade beskadiget under transport",
      "Tilbagebetaling, varer med 25 % moms",
      "Krediteret inkl. moms\n2.499,38 kr.",
      "Betalt tilbage 1. december 2026, Nets",
    ])
  })

  it("shows names in any script without losing the rest", async () => {
    const seller = { ...consumerInvoice.seller, name: "Ζωή 🎁 Łódź ApS" }
    expect(await textOf({ ...consumerInvoice, seller })).toContain("??? ? Lódz ApS")
  })

  it.each([40, 300])(
    "of %i lines shows each once, a head on every page, and sums in one piece",
    async (count) => {
      const pages = await pagesOf(manyLines(count))
      expect(pages.length).toBeGreaterThan(1)
      const texts = pages.flat()
      for (let number = 1; number <= count; number += 1) {
        expect(texts.filter((text) => text === `Vare nummer ${number};`)).toHaveLength(1)
        const page = pages.find((it) => it.includes(`Vare nummer ${number};`))
        expect(page).toContain(`Varenr. V-${number};`)
      }
      pages.forEach((page, index) => {
        expect(page).toContain(`Side ${index + 1} af ${pages.length}`)
        const hasLines = page.some((text) => text.startsWith("Vare nummer"))
        expect(page.includes("Vare")).toBe(hasLines)
      })
      const sums = pages.find((page) => page.includes("I alt ekskl. moms"))
      expectAll((sums ?? []).join("\n"), ["Momssats", "I alt inkl. moms", "Til betaling"])
    }
  )

  it("wraps a long description and keeps its row on one page", async () => {
    const long = line("Meget lang beskrivelse af en vare. ".repeat(12), "LANG", {
      quantity: 1,
      price: 100,
    })
    const lines: DocumentLine[] = Array.from({ length: 30 }, () => long)
    const pages = await pagesOf({ ...companyInvoice, lines, ...totalsOf(lines) })
    for (const page of pages) {
      const words = page.join(" ").match(/Meget lang/g) ?? []
      const rows = page.filter((text) => text === "Varenr. LANG")
      expect(words).toHaveLength(12 * rows.length)
    }
  })
})

const text = fc.string({ unit: "grapheme", maxLength: 60 })
const longText = fc.string({ unit: "grapheme", minLength: 500, maxLength: 5000 })
const orNull = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(arbitrary, { nil: null })
const amount = fc.integer({ min: 0, max: 10 ** 13 })
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const address = fc.record({
  address_1: text,
  address_2: orNull(text),
  postal_code: text,
  city: text,
  country_code: fc.oneof(fc.constantFrom("DK", "DE", "XX", ""), text),
})
const decimal = fc.integer({ min: 0, max: 10 ** 9 }).map((number) => String(number / 10_000))
const category = fc.constantFrom("S", "Z", "E", "AE", "K", "G", "O")
const sums = { net: amount, vat: amount, gross: amount }

const buyer: fc.Arbitrary<BuyerParty> = fc.oneof(
  fc.record({ type: fc.constant("private"), name: orNull(text), address: orNull(address) }),
  fc.record({
    type: fc.constant("business"),
    company_name: text,
    address,
    cvr: orNull(text),
    vat_id: orNull(text),
    registration_no: orNull(text),
    order_reference: orNull(text),
  }),
  fc.record({
    type: fc.constant("public"),
    company_name: text,
    address,
    cvr: orNull(text),
    ean: orNull(text),
    person_reference: orNull(text),
    order_reference: orNull(text),
    accounting_reference: orNull(text),
  })
)

const anyDocument: fc.Arbitrary<InvoiceContent> = fc.record({
  schema: fc.constant("dk-invoice/1"),
  kind: fc.constantFrom("invoice", "credit_note"),
  form: fc.constantFrom("simplified", "full"),
  controller_id: text,
  series: fc.constantFrom("test", "live"),
  number: text,
  cause: text,
  issued_on: day,
  delivered_on: orNull(day),
  ships_to: fc.constantFrom("DK", null),
  due_on: orNull(day),
  seller: fc.record({ name: text, cvr: text, address: text, email: text, phone: orNull(text) }),
  buyer,
  order_number: text,
  currency: fc.constantFrom("DKK", "EUR", "SEK", "USD", "JPY", "ILS"),
  lines: fc.array(
    fc.record({
      kind: fc.constantFrom("item", "shipping", "credit"),
      line_id: orNull(text),
      description: fc.oneof({ arbitrary: text, weight: 19 }, { arbitrary: longText, weight: 1 }),
      item_no: orNull(text),
      quantity: decimal,
      unit_price_net: decimal,
      discount_net: amount,
      vat_rate: decimal,
      vat_category: category,
      vat_reason: orNull(text),
      ...sums,
    }),
    { maxLength: 12 }
  ),
  vat: fc.array(fc.record({ category, rate: decimal, reason: orNull(text), ...sums }), {
    maxLength: 8,
  }),
  vat_dkk: orNull(fc.record({ vat: amount, rate: decimal, source: text, date: day })),
  totals: fc.record(sums),
  payments: fc.array(
    fc.record({
      method: fc.constantFrom("nets", "manual", "gift_card", "store_credit", "set_off", "other"),
      amount,
      paid_on: day,
    }),
    { maxLength: 60 }
  ),
  pay_to: orNull(
    fc.record({
      bank: orNull(fc.record({ registration_no: text, account_no: text })),
      iban: orNull(text),
      bic: orNull(text),
      fik: orNull(
        fc.record({
          card_type: fc.constantFrom("71", "75"),
          payment_id: text,
          creditor_no: text,
        })
      ),
    })
  ),
  amends: orNull(fc.record({ number: text, issued_on: day })),
  replaces: orNull(fc.record({ number: text, issued_on: day })),
  reason: orNull(text),
})

describe("any document", () => {
  it("becomes a whole PDF with numbered pages and nothing beside the paper", async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.constantFrom("da", "en"), async (document, locale) => {
        const pdf = await renderInvoicePdf(document, locale)
        expect(pdf.subarray(0, 8).toString()).toBe("%PDF-1.7")
        expect(pdf.subarray(-6).toString()).toBe("%%EOF\n")
        const pages = readPdfPages(pdf)
        const foot = locale === "da" ? `Side 1 af ${pages.length}` : `Page 1 of ${pages.length}`
        expect(pages[0]).toContain(foot)
        const outside = readPdfPositions(pdf).filter(
          ({ x, y }) => x < CONTENT.left - 1 || x > CONTENT.right || y < 0
        )
        expect(outside).toEqual([])
      }),
      { numRuns: 60 }
    )
  })
})
