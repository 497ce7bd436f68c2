import { Decimal } from "../../../../shared/decimal"
import { isHandledCurrency } from "../../../../shared/money"
import type { InvoiceContent } from "../document"
import { balanceOf, discountedUnitPrice, paidParts, priceMiss } from "./amounts"
import { isBlank, sumOf } from "./check"
import type { Check, EInvoiceFormat } from "./check"
import { kronerOf } from "./oioubl-vat"
import { isDomestic } from "./payment-means"
import { itemNameOf } from "./texts"

/** A positive quantity always gets a price that gives the line; another is left as it is. */
const missesLine = ({ lines }: InvoiceContent, format: EInvoiceFormat): boolean =>
  lines
    .filter(({ quantity }) => !Decimal.gt(quantity, 0))
    .some((line) =>
      format === "peppol"
        ? priceMiss(line.quantity, line.unit_price_net, line.net + line.discount_net) > 2
        : priceMiss(line.quantity, discountedUnitPrice(line), line.net) > 100
    )

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(day)) &&
  new Date(day).toISOString().startsWith(day)

/** The days a rendering shows besides its own. */
const daysOf = (document: InvoiceContent, format: EInvoiceFormat): string[] => {
  const isInvoice = document.kind === "invoice"
  const isOioubl = format === "oioubl"
  return [
    document.delivered_on,
    document.amends?.issued_on ?? null,
    isInvoice || isOioubl ? document.due_on : null,
    ...(isInvoice && isOioubl ? paidParts(document).map(({ paid_on: day }) => day) : []),
    isOioubl ? (kronerOf(document)?.date ?? null) : null,
  ].flatMap((day) => (day === null || isBlank(day) ? [] : [day]))
}

/** Numbers, days, lines and sums. */
export const amountChecks = [
  {
    code: "number_required",
    rules: { peppol: "BR-02", oioubl: { invoice: "F-INV009", credit_note: "F-CRN006" } },
    fails: ({ number }) => isBlank(number),
  },
  {
    code: "day_format",
    rules: { peppol: "PEPPOL-EN16931-F001", oioubl: "XSD" },
    fails: (document, format) => ![document.issued_on, ...daysOf(document, format)].every(isDay),
  },
  {
    code: "currency_unknown",
    rules: { peppol: "BR-CL-04", oioubl: "F-LIB298" },
    fails: ({ currency }) => !isHandledCurrency(currency),
  },
  {
    code: "lines_required",
    rules: { peppol: "BR-16", oioubl: "XSD" },
    fails: ({ lines }) => lines.length === 0,
  },
  {
    code: "item_name_required",
    rules: { peppol: "BR-25", oioubl: { invoice: "F-INV163", credit_note: "F-CRN110" } },
    fails: ({ lines }) => lines.some((line) => isBlank(itemNameOf(line))),
  },
  {
    code: "quantity_format",
    rules: { peppol: "XSD", oioubl: "XSD" },
    fails: ({ lines }) => lines.some(({ quantity }) => !/^-?\d+(\.\d+)?$/.test(quantity)),
  },
  {
    code: "quantity_zero",
    rules: { oioubl: { invoice: "F-INV147", credit_note: "F-CRN088" } },
    fails: ({ lines }) => lines.some(({ quantity }) => Decimal.eq(quantity, 0)),
  },
  {
    code: "line_amount",
    rules: {
      peppol: "PEPPOL-EN16931-R120",
      oioubl: { invoice: "F-INV340", credit_note: "F-CRN210" },
    },
    fails: missesLine,
  },
  {
    code: "lines_sum",
    rules: { peppol: "BR-CO-10", oioubl: { invoice: "F-INV126", credit_note: "F-CRN072" } },
    fails: ({ lines, totals }) => sumOf(lines.map(({ net }) => net)) !== totals.net,
  },
  {
    code: "total_with_vat",
    rules: { peppol: "BR-CO-15", oioubl: { invoice: "F-INV128", credit_note: "F-CRN074" } },
    fails: ({ totals }) => totals.net + totals.vat !== totals.gross,
  },
  {
    code: "total_negative",
    rules: { peppol: "DK-R-016", oioubl: "F-LIB016" },
    fails: (document, format) =>
      balanceOf(document).payable < 0 &&
      (format === "oioubl" || (document.kind === "credit_note" && isDomestic(document))),
  },
] as const satisfies readonly Check[]
