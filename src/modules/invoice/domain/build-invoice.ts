import { toMinorUnits } from "../../../shared/money"
import { isNamed, toBuyerParty } from "./buyer-party"
import { DOCUMENT_SCHEMA } from "./document"
import type { DocumentPayment, InvoiceContent, Seller } from "./document"
import type { IssueTerms } from "./issue-terms"
import { toDocumentLines, totalsOf, vatTotals } from "./line-amounts"
import type { OrderFacts } from "./order-facts"
import { inKroner } from "./vat-in-kroner"

/** Where a document stands: who issues it, in which series, under which number, on which day. */
export type IssueFrame = {
  controller_id: string
  seller: Seller
  series: "test" | "live"
  number: string
  issued_on: string
}

const paymentsOf = ({ payments, credits, currency }: OrderFacts): DocumentPayment[] => [
  ...credits.map(({ amount, used_on }) => ({
    method: "store_credit" as const,
    amount: toMinorUnits(amount, currency),
    paid_on: used_on,
  })),
  ...payments.flatMap(({ method, captures }) =>
    captures.map(({ amount, captured_on }) => ({
      method,
      amount: toMinorUnits(amount, currency),
      paid_on: captured_on,
    }))
  ),
]

/** The sale of an order as a document. Its total is the consideration; gift cards and cards are payments of it. */
export const buildInvoice = (
  facts: OrderFacts,
  frame: IssueFrame,
  terms: IssueTerms
): InvoiceContent => {
  const lines = toDocumentLines(facts.lines, facts.currency, facts)
  const vat = vatTotals(lines)
  const totals = totalsOf(vat)
  const payments = paymentsOf(facts)
  const isPaid = payments.reduce((sum, { amount }) => sum + amount, 0) >= totals.gross
  const buyer = toBuyerParty(facts.buyer)
  return {
    schema: DOCUMENT_SCHEMA,
    kind: "invoice",
    form: isNamed(buyer) ? "full" : "simplified",
    ...frame,
    delivered_on: facts.shipped_on,
    ships_to: facts.ships_to,
    due_on: isPaid ? null : terms.due_on,
    buyer,
    order_number: facts.display_id,
    currency: facts.currency,
    lines,
    vat,
    vat_dkk: inKroner(totals.vat, terms.exchange),
    totals,
    payments,
    pay_to: isPaid ? null : terms.pay_to,
    amends: null,
    reason: null,
  }
}
