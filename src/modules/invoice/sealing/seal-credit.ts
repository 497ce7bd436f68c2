import { unexpected } from "../../../shared/errors"
import { buildCreditNote } from "../domain/build-credit-note"
import type { DocumentPayment } from "../domain/document"
import type { CreditPart } from "../domain/plan-credit"
import { sealBeside } from "./seal-one"
import type { Work } from "./seal-one"
import type { SealedDocument } from "./sealed-of-order"

type Credit = {
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

/** Seals one credit note per invoice that something is given back of. Each stands in the series of its invoice. */
export const sealCredit = async (
  work: Work,
  documents: readonly SealedDocument[],
  { cause, parts, payment, paid, reason }: Credit
): Promise<SealedDocument[]> => {
  const sealed: SealedDocument[] = []
  let open = paid ?? Number.POSITIVE_INFINITY
  for (const [index, { of, amount, lines }] of parts.entries()) {
    const invoice = documents.find(({ document }) => document.number === of.invoice.number)
    if (!invoice) throw unexpected("The invoice to credit is gone")
    const back = Math.min(amount, open)
    open -= back
    const payments = payment && back > 0 ? [{ ...payment, amount: back }] : []
    const note = await sealBeside({ ...work, series: invoice.series }, [...documents, ...sealed], {
      cause: causeOf(cause, index),
      amends: invoice.invoiceId,
      build: (frame) =>
        buildCreditNote(of.invoice, of.credited, { amount, lines, payments, reason }, frame),
    })
    sealed.push(note)
  }
  return sealed
}
