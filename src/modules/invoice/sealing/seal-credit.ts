import { unexpected } from "../../../shared/errors"
import { planCreditNotes } from "../domain/plan-documents"
import type { Credit, PlannedDocument } from "../domain/plan-documents"
import { sealBeside } from "./seal-one"
import type { Work } from "./seal-one"
import type { SealedDocument } from "./sealed-of-order"

/** Seals what was planned, one after the other. A credit note stands in the series of its invoice. */
export const sealPlanned = async (
  work: Work,
  documents: readonly SealedDocument[],
  planned: readonly PlannedDocument[]
): Promise<SealedDocument[]> => {
  const sealed: SealedDocument[] = []
  for (const { amends, ...issue } of planned) {
    const invoice = documents.find(({ document }) => document.number === amends?.number)
    if (amends && !invoice) throw unexpected("The invoice to credit is gone")
    const series = invoice?.series ?? work.series
    const before = [...documents, ...sealed]
    const place = { ...issue, amends: invoice?.invoiceId ?? null }
    sealed.push(await sealBeside({ ...work, series }, before, place))
  }
  return sealed
}

/** Seals one credit note per invoice that something is given back of. */
export const sealCredit = (
  work: Work,
  documents: readonly SealedDocument[],
  credit: Credit
): Promise<SealedDocument[]> => sealPlanned(work, documents, planCreditNotes(credit))
