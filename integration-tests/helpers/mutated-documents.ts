import fc from "fast-check"
import type {
  DocumentLine,
  InvoiceContent,
  PayTo,
  VatTotal,
} from "../../src/modules/invoice/domain/document"
import { fik, payTo } from "./golden-documents"
import { anyDocument } from "./random-documents"

type Mutation = (document: InvoiceContent) => InvoiceContent

/**
 * Øre around the tolerances of the official rules, which are a krone. Not the krone itself: some rules compute in
 * floating point and waver there.
 */
const anyDifference = fc.constantFrom(-201, -101, -99, -2, -1, 1, 2, 99, 101, 201)

const anyAmount = fc.constantFrom("net" as const, "vat" as const, "gross" as const)

const anyCategory = fc.constantFrom(
  ...(["S", "Z", "E", "AE", "K", "G", "O"] as const satisfies readonly VatTotal["category"][])
)

const anyRate = fc.constantFrom("0", "12", "25")

const onFirstLine = (changes: Partial<DocumentLine>): Mutation => {
  return (document) => ({
    ...document,
    lines: document.lines.map((line, index) => (index === 0 ? { ...line, ...changes } : line)),
  })
}

const onFirstTotal = (changes: Partial<VatTotal>): Mutation => {
  return (document) => ({
    ...document,
    vat: document.vat.map((total, index) => (index === 0 ? { ...total, ...changes } : total)),
  })
}

const onBuyer = (changes: object): Mutation => {
  return (document) => ({ ...document, buyer: { ...document.buyer, ...changes } })
}

const toPay = (changes: Partial<PayTo>): Mutation => {
  return (document) => ({
    ...document,
    payments: [],
    pay_to: { ...payTo, iban: null, ...changes },
  })
}

const withFik = (changes: Partial<NonNullable<PayTo["fik"]>>): Mutation =>
  toPay({ fik: fik && { ...fik, ...changes } })

const anySum: fc.Arbitrary<Mutation> = fc.tuple(anyAmount, anyDifference).chain(([amount, by]) =>
  fc.constantFrom<Mutation>(
    (document) => ({
      ...document,
      totals: { ...document.totals, [amount]: document.totals[amount] + by },
    }),
    (document) => onFirstTotal({ [amount]: (document.vat[0]?.[amount] ?? 0) + by })(document),
    (document) => onFirstLine({ [amount]: (document.lines[0]?.[amount] ?? 0) + by })(document)
  )
)

const anyVat: fc.Arbitrary<Mutation> = fc.oneof(
  anyCategory.map((vat_category) => onFirstLine({ vat_category })),
  anyCategory.map((category) => onFirstTotal({ category })),
  anyRate.map((vat_rate) => onFirstLine({ vat_rate })),
  anyRate.map((rate) => onFirstTotal({ rate })),
  fc.tuple(anyCategory, anyRate).map(([category, rate]): Mutation => (document) => ({
    ...document,
    lines: document.lines.map((line) => ({ ...line, vat_category: category, vat_rate: rate })),
    vat: document.vat.map((total) => ({ ...total, category, rate })),
  })),
  fc.constantFrom(onFirstTotal({ reason: null }), onFirstTotal({ reason: " " }))
)

const anyParty: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .constantFrom("", "1427713", "DK 14 27 71 37", "14277138")
    .map((cvr): Mutation => (document) => ({ ...document, seller: { ...document.seller, cvr } })),
  fc
    .constantFrom<object>(
      { company_name: "\u0007" },
      { cvr: null },
      { cvr: "1015081" },
      { cvr: "10150818" },
      { vat_id: null },
      { vat_id: "QQ1" },
      { ean: null },
      { ean: "5798000420526 " },
      { ean: "123" },
      { person_reference: null },
      { order_reference: "  " },
      { person_reference: "", order_reference: "" }
    )
    .map(onBuyer),
  fc.constantFrom("", "SE", "XK", "XX", "dk", "GB").map(
    (country_code): Mutation =>
      (document) =>
        onBuyer({ address: { ...document.buyer.address, country_code } })(document)
  ),
  fc
    .constantFrom(null, "DE", "XK", "de")
    .map((ships_to): Mutation => (document) => ({ ...document, ships_to }))
)

const anyPayment: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .constantFrom("", "1234567", "12345678", "123456789")
    .map((creditor_no) => withFik({ creditor_no })),
  fc
    .constantFrom("75", "71")
    .map((card_type) => withFik({ card_type: card_type === "75" ? "75" : "71" })),
  fc
    .constantFrom("", "1", "00404040000066X", "0040404000006690")
    .map((payment_id) => withFik({ payment_id })),
  fc
    .tuple(
      fc.constantFrom("", "0", "0000", "1234", "12345", "12a4"),
      fc.constantFrom("", "1", "0001234567", "00012345678")
    )
    .map(([registration_no, account_no]) => toPay({ bank: { registration_no, account_no } }))
)

const anyOther: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .constantFrom("0", "0.5", "-1", "", "1.2.3", "1e3", "1000000")
    .map((quantity) => onFirstLine({ quantity })),
  fc.constantFrom("", "\u0007", "# #").map((description) => onFirstLine({ description })),
  fc
    .constantFrom("2026-02-30", "2026-2-1", "i morgen", null)
    .map((delivered_on): Mutation => (document) => ({ ...document, delivered_on })),
  fc
    .constantFrom("#ABC#", "#AAI# text", "a#b")
    .map((reason): Mutation => (document) => ({ ...document, reason })),
  fc.constantFrom("", " 1").map((number): Mutation => (document) => ({ ...document, number })),
  fc
    .constantFrom("EUR", "SEK", "QQQ")
    .map((currency): Mutation => (document) => ({ ...document, currency }))
)

/** Any document a store can issue, changed in one place so that it may be wrong. */
export const anyMutant: fc.Arbitrary<InvoiceContent> = fc
  .tuple(anyDocument, fc.oneof(anySum, anyVat, anyParty, anyPayment, anyOther))
  .map(([document, mutate]) => mutate(document))
