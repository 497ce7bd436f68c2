import { buildInvoice } from "../../../src/modules/invoice/domain/build-invoice"
import { buyers, frame, iban, line, order, untaxed } from "../golden-documents"
import { BOTH, build, buyer, domestic, OIOUBL, PEPPOL, withLine, withTotals, withVat } from "./base"
import type { Spoilt } from "./base"

const exempt = build([untaxed("300", "E")])
const zeroRated = build([untaxed("40", "Z")])
const mixed = build([line("125"), untaxed("300", "E")])
const toGermany = build([untaxed("80")], { buyer: buyers.german, ships_to: "DE" })
const inEuros = buildInvoice(order([line("100")], { currency: "EUR" }), frame, {
  due_on: null,
  pay_to: iban,
  exchange: { rate: "7.4604", source: "Danmarks Nationalbank", date: "2026-11-23" },
})

/** Goods so cheap that their VAT is nothing. */
const almostFree = withVat(
  {
    ...withLine(domestic, { unit_price_net: "0.03", net: 3, vat: 0, gross: 3 }),
    totals: { net: 3, vat: 0, gross: 3 },
  },
  { net: 3, vat: 0, gross: 3 }
)

/** Faults of VAT. */
export const spoiltVat: Spoilt[] = [
  {
    title: "reverse charge to a buyer without number",
    document: buyer(build([untaxed("500", "AE")]), { cvr: null }),
    code: "reverse_charge_buyer_id_required",
    formats: PEPPOL,
  },
  {
    title: "goods to Germany for a buyer without VAT id",
    document: buyer(toGermany, { vat_id: null, cvr: "10150817" }),
    code: "intra_community_vat_id_required",
    formats: PEPPOL,
  },
  {
    title: "goods to Germany that have not left",
    document: { ...toGermany, delivered_on: null },
    code: "intra_community_delivery_day_required",
    formats: PEPPOL,
  },
  {
    title: "goods to Germany that go nowhere",
    document: { ...toGermany, ships_to: null },
    code: "intra_community_country_required",
    formats: PEPPOL,
  },
  {
    title: "bases of two categories exchanged",
    document: withVat(mixed, { net: 9800 }, { net: 30_200 }),
    code: "vat_base",
    formats: BOTH,
  },
  {
    title: "a category that no line has",
    document: withVat(mixed, {}, { category: "AE" }),
    code: "vat_base",
    formats: BOTH,
    rules: { peppol: "BR-E-01", oioubl: "F-LIB404" },
  },
  {
    title: "more VAT than the base gives",
    document: withTotals(withVat(domestic, { vat: 1980, gross: 9100 }), { vat: 200, gross: 200 }),
    code: "vat_amount",
    formats: PEPPOL,
  },
  {
    title: "a line with more VAT than its net gives",
    document: withLine(domestic, { vat: 1980 }),
    code: "vat_amount",
    formats: OIOUBL,
  },
  {
    title: "VAT too small to see",
    document: almostFree,
    code: "vat_vanishes",
    formats: OIOUBL,
  },
  {
    title: "a standard rate of zero",
    document: withVat(withLine(zeroRated, { vat_category: "S" }), { category: "S" }),
    code: "standard_rate_required",
    formats: BOTH,
  },
  {
    title: "a zero rate of twelve",
    document: withVat(withLine(zeroRated, { vat_rate: "12" }), { rate: "12" }),
    code: "zero_rate_required",
    formats: BOTH,
  },
  {
    title: "two standard rates",
    document: build([line("125"), line("112", { vat_rate: "12" })]),
    code: "one_standard_rate",
    formats: OIOUBL,
  },
  {
    title: "an exemption without reason",
    document: withVat(exempt, { reason: null }),
    code: "exemption_reason_required",
    formats: PEPPOL,
  },
  {
    title: "a gift card among goods",
    document: build([line("125"), line("500", { vat_rate: "0", gift_card: "multi_purpose" })]),
    code: "outside_scope_alone",
    formats: PEPPOL,
  },
  {
    title: "negative VAT in kroner",
    document: {
      ...inEuros,
      vat_dkk: { vat: -100, rate: "7.46", source: "ECB", date: "2026-11-23" },
    },
    code: "vat_in_kroner_sign",
    formats: BOTH,
  },
  {
    title: "an exchange rate of zero",
    document: { ...inEuros, vat_dkk: { vat: 100, rate: "0", source: "ECB", date: "2026-11-23" } },
    code: "exchange_rate_required",
    formats: OIOUBL,
  },
]
