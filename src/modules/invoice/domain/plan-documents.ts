import { buildCreditNote } from "./build-credit-note"
import { buildAddition, buildInvoice } from "./build-invoice"
import type { IssueFrame } from "./build-invoice"
import { isSettled } from "./decide-change"
import type { Cause } from "./decide-issue"
import type { DocumentPayment, InvoiceContent } from "./document"
import type { IssueTerms } from "./issue-terms"
import type { OrderFacts } from "./order-facts"
import { setOffOf } from "./plan-credit"
import type { CreditPart } from "./plan-credit"
import { takenBy } from "./standing"
import type { Standing } from "./standing"

/** One document to make: under which cause, what it amends, and what it says once it has its place. */
export type PlannedDocument = {
  cause: string
  /** Invoice that a credit note amends. */
  amends: InvoiceContent | null
  build: (frame: IssueFrame, terms: IssueTerms) => InvoiceContent
}

export type Credit = {
  cause: string
  parts: readonly CreditPart[]
  /** How each amount of øre was paid back; null when it was not. */
  payment: Omit<DocumentPayment, "amount"> | null
  /** Øre of it that were paid back; all when it is left out. */
  paid?: number
  reason: string | null
}

/** The cause of the credit notes after the first, when one refund gives back of several invoices. */
const causeOf = (cause: string, index: number): string =>
  index === 0 ? cause : `${cause}:${(index + 1).toString()}`

/** One credit note per invoice that something is given back of. */
export const planCreditNotes = ({
  cause,
  parts,
  payment,
  paid,
  reason,
}: Credit): PlannedDocument[] => {
  let open = paid ?? Number.POSITIVE_INFINITY
  return parts.map(({ of, amount, lines }, index) => {
    const back = Math.min(amount, open)
    open -= back
    const payments = payment && back > 0 ? [{ ...payment, amount: back }] : []
    return {
      cause: causeOf(cause, index),
      amends: of.invoice,
      build: (frame) =>
        buildCreditNote(of.invoice, of.credited, { amount, lines, payments, reason }, frame),
    }
  })
}

/**
 * The documents of one decision, whoever makes them: the plugin or the shop's bookkeeping system.
 *
 * @param standing the order's invoices in force
 * @param today day in Denmark, for amounts that are set off
 */
export const planDocuments = (
  facts: OrderFacts,
  cause: Cause,
  standing: readonly Standing[],
  today: string
): PlannedDocument[] => {
  if ("refund" in cause) {
    const { method, refunded_on: paid_on, reason } = cause.refund
    return planCreditNotes({ ...cause, payment: { method, paid_on }, reason })
  }
  if ("parts" in cause) {
    const amount = cause.parts.reduce((sum, part) => sum + part.amount, 0)
    const payment = { method: "set_off" as const, paid_on: today }
    return planCreditNotes({ ...cause, payment, paid: setOffOf(amount, standing), reason: null })
  }
  const build: PlannedDocument["build"] = (frame, terms) => {
    if (!("lines" in cause)) return buildInvoice(facts, frame, terms)
    const addition = { lines: cause.lines, taken: takenBy(standing), isSettled: isSettled(facts) }
    return buildAddition(facts, addition, frame, terms)
  }
  return [{ cause: cause.cause, amends: null, build }]
}
