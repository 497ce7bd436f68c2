import { conflict, invalidField } from "../../../shared/errors"
import { buildCreditNote } from "../domain/build-credit-note"
import { buildReplacement } from "../domain/build-replacement"
import type { Replacement } from "../domain/build-replacement"
import type { InvoiceContent } from "../domain/document"
import { findMissingFields } from "../domain/missing-fields"
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

const requireBuyer = ({ facts }: Work, { buyer }: Correction): void => {
  const [missing] = buyer === "order" ? findMissingFields(facts.buyer) : []
  if (missing) throw invalidField(missing.field, "required", "A full invoice needs this field.")
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

/** What was given back of the wrong invoice is given back of the new one too, note by note. */
const creditAgain = async (
  work: Work,
  before: readonly SealedDocument[],
  invoice: SealedDocument,
  notes: readonly InvoiceContent[]
): Promise<SealedDocument[]> => {
  const sealed: SealedDocument[] = []
  for (const { cause, lines, totals, payments, reason } of notes) {
    const credited = sealed.map(({ document }) => document)
    const amount = totals.gross
    if (amount > leftOf({ invoice: invoice.document, credited })) {
      throw conflict(
        "credits_exceed_invoice",
        "More has been given back of the invoice than the new one comes to."
      )
    }
    const known = new Set(invoice.document.lines.map((line) => line.line_id))
    const isSame = lines.every(({ line_id: id }) => id !== null && known.has(id))
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
  requireBuyer(work, correction)
  const { sealed, standing, others } = found
  const inSeries = { ...work, series: sealed.series }
  const notes = await creditRest(inSeries, documents, found, correction.reason)
  const replacement = {
    ...correction,
    invoice: standing.invoice,
    others: others.map(({ invoice }) => invoice),
  }
  const invoice = await sealBeside(inSeries, [...documents, ...notes], {
    cause: `replacement:${sealed.invoiceId}`,
    amends: null,
    build: (frame, terms) => buildReplacement(facts, replacement, frame, terms),
  })
  await creditAgain(inSeries, [...documents, ...notes, invoice], invoice, standing.credited)
}
