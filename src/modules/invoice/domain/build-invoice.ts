import { toMinorUnits } from "../../../shared/money"
import { isNamed, toBuyerParty } from "./buyer-party"
import { DOCUMENT_SCHEMA } from "./document"
import type { DocumentPayment, InvoiceContent, Seller } from "./document"
import type { IssueTerms } from "./issue-terms"
import { toDocumentLines, totalsOf, vatTotals } from "./line-amounts"
import type { LineFacts, OrderFacts } from "./order-facts"
import { inKroner } from "./vat-in-kroner"

/** Where a document stands: who issues it, in which series, under which number, on which day. */
export type IssueFrame = {
  controller_id: string
  seller: Seller
  series: "test" | "live"
  number: string
  cause: string
  issued_on: string
}

/** All payments of an order, oldest kind first: gift cards and store credit, then money. */
export const paymentsOf = ({ payments, credits, currency }: OrderFacts): DocumentPayment[] => [
  ...credits.map(({ method, amount, used_on }) => ({
    method,
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

export const sumOf = (payments: readonly DocumentPayment[]): number =>
  payments.reduce((sum, { amount }) => sum + amount, 0)

/** What of the payments is left when an amount of them stands on other documents. */
export const paymentsAfter = (
  payments: readonly DocumentPayment[],
  stated: number
): DocumentPayment[] => {
  let open = stated
  return payments.flatMap((payment) => {
    const used = Math.min(open, payment.amount)
    open -= used
    return payment.amount > used ? [{ ...payment, amount: payment.amount - used }] : []
  })
}

/** The first of the payments, up to an amount. */
export const paymentsUpTo = (
  payments: readonly DocumentPayment[],
  most: number
): DocumentPayment[] => {
  let open = most
  return payments.flatMap((payment) => {
    const amount = Math.min(open, payment.amount)
    open -= amount
    return amount > 0 ? [{ ...payment, amount }] : []
  })
}

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
  const isPaid = sumOf(payments) >= totals.gross
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
    replaces: null,
    reason: null,
  }
}

/** What an added invoice says beside its lines. */
type Addition = {
  lines: LineFacts[]
  /** Øre of the payments that the order's other invoices take. */
  taken: number
  /** True when nothing is left to pay: what no payment covers was set off against what came back. */
  isSettled: boolean
}

/** The invoice of goods that were added to an order after it was invoiced. */
export const buildAddition = (
  facts: OrderFacts,
  { lines, taken, isSettled }: Addition,
  frame: IssueFrame,
  terms: IssueTerms
): InvoiceContent => {
  const whole = buildInvoice({ ...facts, lines }, frame, terms)
  const { gross } = whole.totals
  const payments = paymentsUpTo(paymentsAfter(whole.payments, taken), gross)
  const open = gross - sumOf(payments)
  const setOff: DocumentPayment = { method: "set_off", amount: open, paid_on: frame.issued_on }
  const isPaid = open === 0 || isSettled
  return {
    ...whole,
    payments: isSettled && open > 0 ? [...payments, setOff] : payments,
    due_on: isPaid ? null : terms.due_on,
    pay_to: isPaid ? null : terms.pay_to,
  }
}
