import { allocate } from "../../../shared/money"
import { Decimal } from "../../../shared/decimal"
import type { IssueFrame } from "./build-invoice"
import { DOCUMENT_SCHEMA } from "./document"
import type { DocumentLine, DocumentPayment, InvoiceContent, VatTotal } from "./document"
import { totalsOf, vatTotals } from "./line-amounts"
import { inKroner } from "./vat-in-kroner"

/** What is given back, in øre. */
export type Credit = {
  amount: number
  /** The goods it is for; null for an amount that names none. */
  lines: DocumentLine[] | null
  /** How it was paid back; empty when it was not. */
  payments: DocumentPayment[]
  reason: string | null
}

/** What of an invoice has not been credited yet, per VAT rate. */
export const remainingVat = (
  invoice: Pick<InvoiceContent, "vat">,
  credited: readonly Pick<InvoiceContent, "vat">[]
): VatTotal[] =>
  invoice.vat.map((total) => {
    const given = credited.flatMap(({ vat }) =>
      vat.filter(({ category, rate }) => category === total.category && rate === total.rate)
    )
    const left = (amount: "net" | "vat" | "gross"): number =>
      given.reduce((rest, part) => rest - part[amount], total[amount])
    return { ...total, net: left("net"), vat: left("vat"), gross: left("gross") }
  })

const share = (part: number, whole: number, of: number): number =>
  whole === 0 ? 0 : Decimal.convert(Decimal.div(Decimal.mult(of, part), whole), 0).toNumber()

const creditLine = (gross: number, remaining: VatTotal): DocumentLine => {
  const vat = share(gross, remaining.gross, remaining.vat)
  return {
    kind: "credit",
    line_id: null,
    description: "",
    item_no: null,
    quantity: "1",
    unit_price_net: Decimal.div(gross - vat, 100).toString(),
    discount_net: 0,
    vat_rate: remaining.rate,
    vat_category: remaining.category,
    vat_reason: remaining.reason,
    net: gross - vat,
    vat,
    gross,
  }
}

/** An amount given back without naming goods: split over the VAT that is left, one line per rate. */
const splitOverRates = (amount: number, remaining: readonly VatTotal[]): DocumentLine[] => {
  const parts = allocate(
    amount,
    remaining.map(({ gross }) => gross)
  )
  return remaining
    .map((total, index) => creditLine(parts[index] ?? 0, total))
    .filter(({ gross }) => gross > 0)
}

/**
 * A credit note. Buyer, delivery, currency and VAT come from the sealed invoice it amends, never from the order or the
 * customer: those may have changed or been erased. To give back everything credits all lines; a part names the goods
 * it is for or is split over the VAT rates that are left. Only for what is left of the invoice.
 */
export const buildCreditNote = (
  invoice: InvoiceContent,
  credited: readonly InvoiceContent[],
  credit: Credit,
  frame: IssueFrame
): InvoiceContent => {
  const isWhole = credited.length === 0 && credit.amount === invoice.totals.gross
  const lines = isWhole
    ? invoice.lines
    : (credit.lines ?? splitOverRates(credit.amount, remainingVat(invoice, credited)))
  const vat = vatTotals(lines)
  const totals = totalsOf(vat)
  return {
    schema: DOCUMENT_SCHEMA,
    kind: "credit_note",
    form: invoice.form,
    ...frame,
    delivered_on: invoice.delivered_on,
    ships_to: invoice.ships_to,
    due_on: null,
    buyer: invoice.buyer,
    order_number: invoice.order_number,
    currency: invoice.currency,
    lines: [...lines],
    vat,
    vat_dkk: inKroner(totals.vat, invoice.vat_dkk),
    totals,
    payments: credit.payments,
    pay_to: null,
    amends: { number: invoice.number, issued_on: invoice.issued_on },
    replaces: null,
    reason: credit.reason,
  }
}
