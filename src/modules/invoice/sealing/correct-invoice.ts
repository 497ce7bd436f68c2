import { conflict, invalidField } from "../../../shared/errors"
import { buildCreditNote } from "../domain/build-credit-note"
import { buildReplacement } from "../domain/build-replacement"
import type { Replacement } from "../domain/build-replacement"
import { paymentsUpTo } from "../domain/build-invoice"
import { soldFor } from "../domain/decide-change"
import { lacking } from "../domain/decide-issue"
import type { InvoiceContent } from "../domain/document"
import { findMissingFields } from "../domain/missing-fields"
import type { MissingField } from "../domain/missing-fields"
import type { OrderFacts } from "../domain/order-facts"
import { leftOf } from "../domain/standing"
import { findStanding } from "./find-standing"
import type { StandingInvoice } from "./find-standing"
import { sealCredit } from "./seal-credit"
import { sealBeside } from "./seal-one"
import type { Work } from "./seal-one"
import { sealedOfOrder } from "./sealed-of-order"
import type { SealedDocument } from "./sealed-of-order"

export type Correction = Pick<Replacement, "buyer" | "lines" | "reason"> & {
  /** The invoice that is wrong; the order's only one when it is left out. */
  invoice_id?: string | undefined
}

const lackingOf = ({ facts }: Work, { buyer, lines }: Correction): MissingField[] => {
  const fields = lines === "order" ? lacking(facts) : findMissingFields(facts.buyer)
  const ofBuyer = new Set(findMissingFields(facts.buyer).map(({ field }) => field))
  return buyer === "order" ? fields : fields.filter(({ field }) => !ofBuyer.has(field))
}

const requireWhole = (work: Work, correction: Correction): void => {
  const [missing] = lackingOf(work, correction)
  if (missing) throw invalidField(missing.field, missing.code, "The new invoice needs this.")
}

/** A credit note of the wrong invoice, as far as it holds of the new one. */
type CreditedAgain = Pick<InvoiceContent, "cause" | "payments" | "reason"> & {
  amount: number
  lines: InvoiceContent["lines"] | null
}

/** Credits what is left of the wrong invoice. */
const creditRest = async (
  work: Work,
  documents: readonly SealedDocument[],
  { sealed, standing }: StandingInvoice,
  reason: string
): Promise<SealedDocument[]> => {
  const amount = leftOf(standing)
  if (amount === 0) return []
  const cause = `correction:${sealed.invoiceId}`
  const parts = [{ of: standing, amount, lines: null }]
  return sealCredit(work, documents, { cause, parts, payment: null, reason })
}

/** Øre of the order's lines that the order itself does not count any more: what came back, or was given back. */
const givenBack = (
  facts: OrderFacts,
  invoice: InvoiceContent,
  { standing, others }: Pick<StandingInvoice, "standing" | "others">
): number => {
  const left = others.reduce((sum, of) => sum + leftOf(of), 0)
  return Math.max(0, invoice.totals.gross + left - soldFor(facts, [standing, ...others]))
}

/** The first of the notes, up to an amount of øre. */
const notesUpTo = (notes: readonly InvoiceContent[], most: number): CreditedAgain[] => {
  let open = most
  return notes.flatMap((note) => {
    const amount = Math.min(open, note.totals.gross)
    open -= amount
    const isWhole = amount === note.totals.gross
    const payments = paymentsUpTo(note.payments, amount)
    return amount > 0 ? [{ ...note, amount, payments, lines: isWhole ? note.lines : null }] : []
  })
}

/** What was given back of the wrong invoice is given back of the new one too, note by note. */
const creditAgain = async (
  work: Work,
  before: readonly SealedDocument[],
  invoice: SealedDocument,
  notes: readonly CreditedAgain[]
): Promise<SealedDocument[]> => {
  const sealed: SealedDocument[] = []
  for (const { cause, lines, amount, payments, reason } of notes) {
    const credited = sealed.map(({ document }) => document)
    if (amount > leftOf({ invoice: invoice.document, credited })) {
      throw conflict(
        "credits_exceed_invoice",
        "More has been given back of the invoice than the new one comes to."
      )
    }
    const known = new Set(invoice.document.lines.map((line) => line.line_id))
    const isSame = lines?.every(({ line_id: id }) => id !== null && known.has(id)) === true
    const credit = { amount, lines: isSame ? lines : null, payments, reason }
    const note = await sealBeside(work, [...before, ...sealed], {
      cause: `${cause}@${invoice.invoiceId}`,
      amends: invoice.invoiceId,
      build: (frame) => buildCreditNote(invoice.document, credited, credit, frame),
    })
    sealed.push(note)
  }
  return sealed
}

/**
 * Corrects an invoice as one act: what is left of it is credited, a new one takes its place, and what had been given back
 * of it is given back of the new one (momsbekendtgørelsen § 58, stk. 2; bogføringsloven § 9). The sealed documents stay.
 * Runs under the order's lock.
 *
 * @throws MedusaError not_found, invalid_data naming the field, conflict `already_corrected` or `credits_exceed_invoice`
 */
export const correctInvoice = async (work: Work, correction: Correction): Promise<void> => {
  const { transaction, facts } = work
  const { documents } = await sealedOfOrder(transaction, facts.order_id)
  const found = findStanding(documents, correction.invoice_id)
  requireWhole(work, correction)
  const { sealed, standing, others } = found
  const inSeries = { ...work, series: sealed.series }
  const notes = await creditRest(inSeries, documents, found, correction.reason)
  const replacement = {
    ...correction,
    invoice: standing.invoice,
    others,
  }
  const invoice = await sealBeside(inSeries, [...documents, ...notes], {
    cause: `replacement:${sealed.invoiceId}`,
    amends: null,
    build: (frame, terms) => buildReplacement(facts, replacement, frame, terms),
  })
  const most =
    correction.lines === "order"
      ? givenBack(facts, invoice.document, { standing, others })
      : Number.POSITIVE_INFINITY
  const again = notesUpTo(standing.credited, most)
  await creditAgain(inSeries, [...documents, ...notes, invoice], invoice, again)
}
