import { toMinorUnits } from "../../../shared/money"
import { isCreditable } from "../domain/build-credit-note"
import type { Refund } from "../domain/build-credit-note"
import type { InvoiceDocument } from "../domain/document"
import type { RefundFacts } from "../domain/order-facts"
import type { SealedDocument } from "./sealed-of-order"

export type Amended = {
  invoice: SealedDocument
  /** Credit notes the invoice already has. */
  credited: InvoiceDocument[]
  refund: Refund
}

/** The sealed invoice a refund amends; null when it has been released or less is left of it than paid back. */
export const findAmended = (
  sealed: readonly SealedDocument[],
  { amount, method, refunded_on }: RefundFacts
): Amended | null => {
  const invoice = sealed.find(({ document }) => document.kind === "invoice")
  if (!invoice) return null
  const credited = sealed
    .filter(({ amends }) => amends === invoice.invoiceId)
    .map(({ document }) => document)
  const minor = toMinorUnits(amount, invoice.document.currency)
  if (!isCreditable(minor, invoice.document, credited)) return null
  return {
    invoice,
    credited,
    refund: { amount: minor, payment: { method, amount: minor, paid_on: refunded_on } },
  }
}
