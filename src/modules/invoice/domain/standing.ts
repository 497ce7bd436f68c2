import { Decimal } from "../../../shared/decimal"
import type { DocumentLine, InvoiceContent } from "./document"
import { totalsOf, vatTotals } from "./line-amounts"
import { remainingVat } from "./build-credit-note"

/** An invoice in force, and what of it has been credited. */
export type Standing = { invoice: InvoiceContent; credited: InvoiceContent[] }

/** The invoices of an order that no correction has replaced, oldest first, each with its credit notes. */
export const standingInvoices = (documents: readonly InvoiceContent[]): Standing[] => {
  const replaced = new Set(documents.flatMap(({ replaces }) => replaces?.number ?? []))
  return documents
    .filter(({ kind, number }) => kind === "invoice" && !replaced.has(number))
    .map((invoice) => ({
      invoice,
      credited: documents.filter(({ amends }) => amends?.number === invoice.number),
    }))
}

/** What of an invoice has not been credited yet, in øre. */
export const leftOf = ({ invoice, credited }: Standing): number =>
  totalsOf(remainingVat(invoice, credited)).gross

const statedBy = ({ payments }: InvoiceContent): number =>
  payments.reduce((sum, { amount }) => sum + amount, 0)

/**
 * Øre of an order's payments that its invoices take: what they state, and what was left to pay when they were sealed, for
 * that is paid first.
 */
export const takenBy = (standing: readonly Standing[]): number =>
  standing.reduce((sum, of) => sum + Math.max(statedBy(of.invoice), leftOf(of)), 0)

/** How many of an order line the documents name. */
export const quantityOf = (documents: readonly InvoiceContent[], lineId: string) =>
  Decimal.sum(
    0,
    ...documents.flatMap(({ lines }) =>
      lines.filter(({ line_id }) => line_id === lineId).map(({ quantity }) => quantity)
    )
  )

/** Part of a line: its amounts in proportion, so that the parts of a line add up to it. */
export const partOf = (line: DocumentLine, quantity: string, before: string): DocumentLine => {
  const share = (amount: number): number => {
    const upTo = (count: string): number =>
      Decimal.convert(Decimal.div(Decimal.mult(amount, count), line.quantity), 0).toNumber()
    return upTo(Decimal.add(before, quantity).toString()) - upTo(before)
  }
  const [net, vat] = [share(line.net), share(line.vat)]
  return { ...line, quantity, discount_net: share(line.discount_net), net, vat, gross: net + vat }
}

/**
 * The lines of an invoice that give back goods of order lines: `returned` says how many of each came back, in all.
 * Empty when all that came back has been credited by name.
 */
export const returnedLines = (
  { invoice, credited }: Standing,
  returned: ReadonlyMap<string, string>
): DocumentLine[] =>
  invoice.lines.flatMap((line) => {
    const lineId = line.line_id ?? ""
    const back = Decimal.min(returned.get(lineId) ?? 0, line.quantity)
    const before = quantityOf(credited, lineId)
    const open = Decimal.sub(back, before)
    return Decimal.gt(open, 0) ? [partOf(line, open.toString(), before.toString())] : []
  })

/** What lines come to, in øre. */
export const grossOf = (lines: readonly DocumentLine[]): number => totalsOf(vatTotals(lines)).gross
