import { toMinorUnits } from "../../../shared/money"
import { toBuyerParty } from "./buyer-party"
import { DOCUMENT_SCHEMA } from "./document"
import type { DocumentPayment, InvoiceContent, Seller } from "./document"
import { toDocumentLines, totalsOf, vatTotals } from "./line-amounts"
import type { OrderFacts } from "./order-facts"

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
export const buildInvoice = (facts: OrderFacts, frame: IssueFrame): InvoiceContent => {
  const lines = toDocumentLines(facts.lines, facts.currency)
  const vat = vatTotals(lines)
  return {
    schema: DOCUMENT_SCHEMA,
    kind: "invoice",
    ...frame,
    delivered_on: facts.shipped_on,
    buyer: toBuyerParty(facts.buyer),
    order_number: facts.display_id,
    currency: facts.currency,
    lines,
    vat,
    totals: totalsOf(vat),
    payments: paymentsOf(facts),
    amends: null,
  }
}
