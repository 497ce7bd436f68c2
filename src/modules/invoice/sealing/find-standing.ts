import { conflict, invalidField, notFound } from "../../../shared/errors"
import { standingInvoices } from "../domain/standing"
import type { Standing } from "../domain/standing"
import type { SealedDocument } from "./sealed-of-order"

export type StandingInvoice = {
  sealed: SealedDocument
  standing: Standing
  /** The order's other invoices in force. */
  others: Standing[]
}

/**
 * The invoice in force that staff means: the one with the id, or the order's only one.
 *
 * @throws MedusaError not_found, invalid_data `invoice_id`, conflict `already_corrected`
 */
export const findStanding = (
  documents: readonly SealedDocument[],
  invoiceId: string | undefined
): StandingInvoice => {
  const all = standingInvoices(documents.map(({ document }) => document))
  const candidates = documents.flatMap((sealed) => {
    const standing = all.find(({ invoice }) => invoice.number === sealed.document.number)
    return standing ? [{ sealed, standing, others: all.filter((it) => it !== standing) }] : []
  })
  const isKnown = documents.some(
    (it) => it.invoiceId === invoiceId && it.document.kind === "invoice"
  )
  if (isKnown && !candidates.some(({ sealed }) => sealed.invoiceId === invoiceId)) {
    throw conflict("already_corrected", "Another invoice has taken the place of this one.")
  }
  const [found, ...more] = candidates.filter(
    ({ sealed }) => invoiceId === undefined || sealed.invoiceId === invoiceId
  )
  if (!found) throw notFound("The invoice was not found.")
  if (more.length > 0) {
    throw invalidField("invoice_id", "required", "The order has several invoices: say which.")
  }
  return found
}
