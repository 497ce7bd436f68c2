import { Decimal } from "../../../../shared/decimal"
import type { DocumentLine, InvoiceContent, VatCategory, VatTotal } from "../document"
import { isBlank, sumOf } from "./check"
import type { Check, EInvoiceFormat } from "./check"
import { kronerOf, oioublVatOf, oioublVatOfLine } from "./oioubl-vat"

/** One krone: how far VAT and its base may be from what they are computed from. */
const KRONE = 100

const isZero = (rate: string): boolean => Decimal.eq(rate, 0)

const vatMisses = (net: number, vat: number, rate: string): number =>
  Math.abs(vat - Decimal.convert(Decimal.div(Decimal.mult(net, rate), 100), 0).toNumber())

/** Peppol judges VAT by the sums of the document, OIOUBL by the lines. */
const missesRate = ({ lines, vat }: InvoiceContent, format: EInvoiceFormat): boolean =>
  format === "peppol"
    ? vat.some(
        (total) => total.category === "S" && vatMisses(total.net, total.vat, total.rate) >= KRONE
      )
    : lines.some(
        (line) => line.vat_category === "S" && vatMisses(line.net, line.vat, line.vat_rate) > KRONE
      )

/** Goods with a rate, a price and no VAT: too cheap for the VAT to be seen. */
const hasVanishedVat = ({ lines, vat }: InvoiceContent): boolean =>
  [
    ...lines.map(({ vat_category: category, vat_rate: rate, ...line }) => ({
      ...line,
      category,
      rate,
    })),
    ...vat,
  ].some(
    ({ category, rate, net, vat: tax }) =>
      category === "S" && net > 0 && tax === 0 && Decimal.gte(Decimal.mult(net, rate), 50)
  )

const netOf = (lines: readonly DocumentLine[], isOf: (line: DocumentLine) => boolean): number =>
  sumOf(lines.filter(isOf).map(({ net }) => net))

const missesPeppolBase = (lines: readonly DocumentLine[], total: VatTotal): boolean => {
  const isOf = ({ vat_category: category, vat_rate: rate }: DocumentLine): boolean =>
    category === total.category && (category !== "S" || Decimal.eq(rate, total.rate))
  const difference = Math.abs(total.net - netOf(lines, isOf))
  const isFar = total.category === "S" ? difference >= KRONE : difference > 0
  return isFar || !lines.some(isOf)
}

const missesBase = ({ lines, vat }: InvoiceContent, format: EInvoiceFormat): boolean => {
  if (format === "peppol") {
    const known = new Set<VatCategory>(vat.map(({ category }) => category))
    return (
      lines.some(({ vat_category: category }) => !known.has(category)) ||
      vat.some((total) => missesPeppolBase(lines, total))
    )
  }
  const totals = oioublVatOf(vat)
  const categoryOf = (line: DocumentLine) => oioublVatOfLine(line).category
  return (
    lines.some((line) => !totals.some(({ category }) => category === categoryOf(line))) ||
    totals.some(
      ({ category, net }) =>
        !lines.some((line) => categoryOf(line) === category) ||
        Math.abs(net - netOf(lines, (line) => categoryOf(line) === category)) > KRONE
    )
  )
}

type Rated = { category: VatCategory; rate: string; hasVat: boolean }

/** What states a category and a rate. Peppol judges the VAT of the sums, OIOUBL that of the lines. */
const ratedOf = ({ lines, vat }: InvoiceContent, format: EInvoiceFormat): Rated[] => [
  ...lines.map(({ vat_category: category, vat_rate: rate, vat: tax }) => ({
    category,
    rate,
    hasVat: format === "oioubl" && tax !== 0,
  })),
  ...vat.map(({ category, rate, vat: tax }) => ({
    category,
    rate,
    hasVat: format === "peppol" && tax !== 0,
  })),
]

/** Peppol shows no rate for what is outside the scope of VAT; OIOUBL asks nothing of reverse charge. */
const breaksZeroRate = (document: InvoiceContent, format: EInvoiceFormat): boolean =>
  ratedOf(document, format).some(({ category, rate, hasVat }) => {
    if (category === "S" || (category === "AE" && format === "oioubl")) return false
    return hasVat || (!isZero(rate) && !(category === "O" && format === "peppol"))
  })

const mixesOutsideScope = ({ lines }: InvoiceContent): boolean => {
  const categories = new Set(lines.map(({ vat_category: category }) => category))
  return categories.has("O") && categories.size > 1
}

/** VAT: its categories, rates, bases and amounts. */
export const vatChecks = [
  {
    code: "vat_sum",
    rules: { peppol: "BR-CO-14", oioubl: { invoice: "F-INV127", credit_note: "F-CRN073" } },
    fails: ({ vat, totals }) => sumOf(vat.map((total) => total.vat)) !== totals.vat,
  },
  {
    code: "vat_base",
    rules: { peppol: "BR-S-08", oioubl: "F-LIB402" },
    fails: missesBase,
  },
  {
    code: "vat_amount",
    rules: { peppol: "BR-S-09", oioubl: "F-LIB401" },
    fails: missesRate,
  },
  {
    code: "vat_vanishes",
    rules: { oioubl: "F-LIB381" },
    fails: hasVanishedVat,
  },
  {
    code: "standard_rate_required",
    rules: { peppol: "BR-S-05", oioubl: "F-LIB382" },
    fails: (document, format) =>
      ratedOf(document, format).some(
        ({ category, rate }) => category === "S" && !Decimal.gt(rate, 0)
      ),
  },
  {
    // The other categories without VAT have rules of the same form.
    code: "zero_rate_required",
    rules: { peppol: "BR-Z-05", oioubl: "F-LIB400" },
    fails: breaksZeroRate,
  },
  {
    code: "one_standard_rate",
    rules: { oioubl: "F-LIB315" },
    fails: ({ vat }) => vat.filter(({ category }) => category === "S").length > 1,
  },
  {
    code: "exemption_reason_required",
    rules: { peppol: "BR-E-10" },
    fails: ({ vat }) => vat.some(({ category, reason }) => category === "E" && isBlank(reason)),
  },
  {
    code: "vat_in_kroner_sign",
    rules: { peppol: "PEPPOL-EN16931-R055", oioubl: "F-LIB266" },
    fails: (document) => (kronerOf(document)?.vat ?? 0) < 0 && document.totals.vat > 0,
  },
  {
    code: "exchange_rate_required",
    rules: { oioubl: "F-LIB089" },
    fails: (document) => {
      const kroner = kronerOf(document)
      return kroner !== null && Decimal.lt(kroner.rate, "0.00005")
    },
  },
  {
    code: "outside_scope_alone",
    rules: { peppol: "BR-O-11" },
    fails: mixesOutsideScope,
  },
] as const satisfies readonly Check[]
