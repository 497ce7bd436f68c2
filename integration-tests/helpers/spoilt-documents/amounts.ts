import type { InvoiceContent } from "../../../src/modules/invoice/domain/document"
import { credit } from "../golden-documents"
import { BOTH, domestic, OIOUBL, withLine, withTotals } from "./base"
import type { Spoilt } from "./base"

const negative = (document: InvoiceContent): InvoiceContent => {
  const minus = <T extends { net: number; vat: number; gross: number }>(part: T): T => ({
    ...part,
    net: -part.net,
    vat: -part.vat,
    gross: -part.gross,
  })
  return {
    ...document,
    lines: document.lines.map((old) => ({ ...minus(old), quantity: `-${old.quantity}` })),
    vat: document.vat.map(minus),
    totals: minus(document.totals),
    payments: [],
  }
}

/** Faults of numbers, days, lines and sums. */
export const spoiltAmounts: Spoilt[] = [
  {
    title: "no number",
    document: { ...domestic, number: "" },
    code: "number_required",
    formats: BOTH,
  },
  {
    title: "a day in Danish order",
    document: { ...domestic, issued_on: "24-11-2026" },
    code: "day_format",
    formats: BOTH,
  },
  {
    title: "a day that does not exist",
    document: { ...domestic, due_on: "2026-02-30" },
    code: "day_format",
    formats: BOTH,
  },
  {
    title: "a currency that is none",
    document: { ...domestic, currency: "QQQ" },
    code: "currency_unknown",
    formats: BOTH,
  },
  {
    title: "no lines",
    document: { ...domestic, lines: [] },
    code: "lines_required",
    formats: BOTH,
  },
  {
    title: "goods without name",
    document: withLine(domestic, { description: "" }),
    code: "item_name_required",
    formats: BOTH,
  },
  {
    title: "a quantity in words",
    document: withLine(domestic, { quantity: "to" }),
    code: "quantity_format",
    formats: BOTH,
  },
  {
    title: "none of the goods",
    document: withLine(domestic, { quantity: "0" }),
    code: "quantity_zero",
    formats: OIOUBL,
  },
  {
    title: "less than none of the goods",
    document: withLine(domestic, { quantity: "-1" }),
    code: "line_amount",
    formats: BOTH,
  },
  {
    title: "an øre more than the lines",
    document: withTotals(domestic, { net: 1, gross: 1 }),
    code: "lines_sum",
    formats: BOTH,
  },
  {
    title: "an øre more VAT than the rates",
    document: withTotals(domestic, { vat: 1, gross: 1 }),
    code: "vat_sum",
    formats: BOTH,
  },
  {
    title: "an øre more than net and VAT",
    document: withTotals(domestic, { gross: 1 }),
    code: "total_with_vat",
    formats: BOTH,
  },
  {
    title: "a negative credit note",
    document: negative(credit(domestic, 8900)),
    code: "total_negative",
    formats: BOTH,
  },
]
