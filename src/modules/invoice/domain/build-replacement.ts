import { toBuyerParty, isNamed } from "./buyer-party"
import { buildInvoice, paymentsAfter, paymentsUpTo, sumOf } from "./build-invoice"
import type { IssueFrame } from "./build-invoice"
import { uninvoicedLines } from "./decide-change"
import type { InvoiceContent } from "./document"
import type { IssueTerms } from "./issue-terms"
import type { OrderFacts } from "./order-facts"

/** What a new invoice takes from the order as it is now; the rest is copied from the invoice it replaces. */
export type Replacement = {
  invoice: InvoiceContent
  /** The order's other invoices in force. */
  others: readonly InvoiceContent[]
  /** Who buys. */
  buyer: "invoice" | "order"
  /** Goods, prices and VAT. */
  lines: "invoice" | "order"
  reason: string
}

/** Lines and payments of the order as it is now, beside its other invoices. */
const ofOrder = (
  facts: OrderFacts,
  { others }: Replacement,
  frame: IssueFrame,
  terms: IssueTerms
): InvoiceContent => {
  const content = buildInvoice({ ...facts, lines: uninvoicedLines(facts, others) }, frame, terms)
  const stated = others.reduce((total, { payments }) => total + sumOf(payments), 0)
  const payments = paymentsUpTo(paymentsAfter(content.payments, stated), content.totals.gross)
  return { ...content, payments }
}

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
  const isPaid = sumOf(content.payments) >= content.totals.gross
  return {
    ...content,
    ...frame,
    buyer,
    form: isNamed(buyer) ? "full" : "simplified",
    due_on: isPaid ? null : terms.due_on,
    pay_to: isPaid ? null : terms.pay_to,
    replaces: { number: invoice.number, issued_on: invoice.issued_on },
    reason,
  }
}
