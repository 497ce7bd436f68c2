import { toBuyerParty, isNamed } from "./buyer-party"
import { buildInvoice, paymentsAfter, paymentsOf, paymentsUpTo, sumOf } from "./build-invoice"
import type { IssueFrame } from "./build-invoice"
import { uninvoicedLines } from "./decide-change"
import type { DocumentPayment, InvoiceContent } from "./document"
import type { IssueTerms } from "./issue-terms"
import type { OrderFacts } from "./order-facts"
import { takenBy } from "./standing"
import type { Standing } from "./standing"

/** What a new invoice takes from the order as it is now; the rest is copied from the invoice it replaces. */
export type Replacement = {
  invoice: InvoiceContent
  /** The order's other invoices in force. */
  others: readonly Standing[]
  /** Who buys. */
  buyer: "invoice" | "order"
  /** Goods, prices and VAT. */
  lines: "invoice" | "order"
  reason: string
}

/** The order as it is now, without what its other invoices name. */
const ofOrder = (
  facts: OrderFacts,
  { others }: Replacement,
  frame: IssueFrame,
  terms: IssueTerms
): InvoiceContent => {
  const invoices = others.map(({ invoice }) => invoice)
  return buildInvoice({ ...facts, lines: uninvoicedLines(facts, invoices) }, frame, terms)
}

/** How the new invoice is paid: as the old one said when it was paid, else by what has come in since. */
const paymentsFor = (
  facts: OrderFacts,
  { invoice, others }: Replacement,
  gross: number
): DocumentPayment[] =>
  sumOf(invoice.payments) >= gross
    ? paymentsUpTo(invoice.payments, gross)
    : paymentsUpTo(paymentsAfter(paymentsOf(facts), takenBy(others)), gross)

/** The invoice that a correction puts in the place of another, which is credited in full. */
export const buildReplacement = (
  facts: OrderFacts,
  replacement: Replacement,
  frame: IssueFrame,
  terms: IssueTerms
): InvoiceContent => {
  const { invoice, buyer: source, lines, reason } = replacement
  const content = lines === "order" ? ofOrder(facts, replacement, frame, terms) : invoice
  const buyer = source === "order" ? toBuyerParty(facts.buyer) : invoice.buyer
  const payments = paymentsFor(facts, replacement, content.totals.gross)
  const isPaid = sumOf(payments) >= content.totals.gross
  return {
    ...content,
    ...frame,
    buyer,
    payments,
    form: isNamed(buyer) ? "full" : "simplified",
    due_on: isPaid ? null : terms.due_on,
    pay_to: isPaid ? null : terms.pay_to,
    replaces: { number: invoice.number, issued_on: invoice.issued_on },
    reason,
  }
}
