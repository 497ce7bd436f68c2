import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import { copenhagenDay } from "../../../rules"
import { orderLock, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import { buildCreditNote } from "../domain/build-credit-note"
import { buildInvoice } from "../domain/build-invoice"
import type { IssueFrame } from "../domain/build-invoice"
import { toCanonicalText } from "../domain/canonical-text"
import { decideIssue } from "../domain/decide-issue"
import type { Cause } from "../domain/decide-issue"
import type { InvoiceContent } from "../domain/document"
import { payToOf } from "../domain/issue-terms"
import { REFUND_EXCEEDS } from "../domain/missing-fields"
import type { MissingField } from "../domain/missing-fields"
import type { OrderFacts, RefundFacts } from "../domain/order-facts"
import type { InvoiceSettings } from "../options"
import { findAmended } from "./find-amended"
import { keepChain } from "./keep-dates"
import { sealedOfOrder } from "./sealed-of-order"
import type { SealedDocument } from "./sealed-of-order"
import { currentSeries, takeNumber } from "./take-number"
import type { Series } from "./take-number"

export type IssuedDocuments = { issued: string[]; missing: MissingField[] }

type IssueRequest = {
  settings: InvoiceSettings
  facts: OrderFacts
  /** The moment of issue; its Danish day stands on the documents. */
  now: Date
  /** Whether the facts still name the order's buyer, read under the order's lock. */
  isCurrent: (transaction: Knex.Transaction) => Promise<boolean>
}

type Work = {
  transaction: Knex.Transaction
  settings: InvoiceSettings
  facts: OrderFacts
  series: Series
  today: string
}

/** Builds the document for its place; `number` is the place in the series without prefix. */
type Build = (frame: IssueFrame, number: number) => InvoiceContent

/** Number, stub, document and cause of one issue. The caller's transaction makes them one. */
const sealOne = async (
  { transaction, settings: { controller }, facts, series, today }: Work,
  { cause }: Cause,
  amends: string | null,
  build: Build
): Promise<SealedDocument> => {
  const { id: controllerId, name, cvr, address, email, phone = null } = controller
  const { number, label, previousDigest } = await takeNumber(transaction, series.id)
  const frame = {
    controller_id: controllerId,
    seller: { name, cvr, address, email, phone },
    series: series.kind,
    number: label,
    issued_on: today,
  }
  const content = build(frame, number)
  const salt = randomBytes(32).toString("hex")
  const document = { ...content, salt, previous_digest: previousDigest }
  const text = toCanonicalText(document)
  const invoiceId = generateEntityId("", "dkinv")
  const place = { controller_id: controllerId, series_id: series.id, issued_on: today }
  await transaction("dk_invoice").insert({
    id: invoiceId,
    ...place,
    number,
    kind: content.kind,
    digest: sha256(text),
    previous_digest: previousDigest,
  })
  await transaction("dk_invoice_document").insert({
    id: generateEntityId("", "dkidoc"),
    controller_id: controllerId,
    invoice_id: invoiceId,
    order_id: facts.order_id,
    amends,
    content: text,
  })
  await transaction("dk_invoice_cause").insert({
    id: generateEntityId("", "dkicau"),
    ...place,
    order_id: facts.order_id,
    cause,
  })
  return { invoiceId, series, amends, document }
}

/** Seals the credit note of a refund, unless the sale's document is gone or was smaller. */
const sealRefund = async (
  work: Work,
  cause: Cause & { refund: RefundFacts },
  sealed: readonly SealedDocument[]
): Promise<SealedDocument | null> => {
  const amended = findAmended(sealed, cause.refund)
  if (!amended) return null
  const { invoice, credited, refund } = amended
  // A credit note stands among the numbers of its invoice.
  return sealOne({ ...work, series: invoice.series }, cause, invoice.invoiceId, (frame) =>
    buildCreditNote(invoice.document, credited, refund, frame)
  )
}

const sealDue = async (work: Work): Promise<IssuedDocuments> => {
  const { transaction, facts, series, settings, today } = work
  const { documents, causes } = await sealedOfOrder(transaction, facts.order_id)
  const startsAt = series.starts_at.toISOString()
  const decision = decideIssue(facts, { issued: causes, startsAt })
  const result: IssuedDocuments = { issued: [], missing: [...decision.missing] }
  for (const cause of decision.issue) {
    const sealed =
      "refund" in cause
        ? await sealRefund(work, cause, documents)
        : await sealOne(work, cause, null, (frame, number) =>
            buildInvoice(facts, frame, {
              due_on: null,
              pay_to: payToOf(settings.payTo, number),
              exchange: null,
            })
          )
    if (!sealed) {
      result.missing.push(REFUND_EXCEEDS)
      continue
    }
    documents.push(sealed)
    result.issued.push(sealed.invoiceId)
    await keepChain(
      transaction,
      {
        controllerId: settings.controller.id,
        cause: sealed.amends ? `credit_note:${sealed.invoiceId}` : "issued",
        documents: documents.map((it) => ({
          id: it.invoiceId,
          issuedOn: it.invoiceId === sealed.invoiceId ? today : it.document.issued_on,
        })),
      },
      settings.financialYearStartsIn
    )
  }
  return result
}

/**
 * Issues what the facts call for and has not been issued: number, stub, document, cause and keep date in
 * one transaction under the order's lock. Safe to run any number of times, from anywhere, at once.
 *
 * Nothing is sealed when the order's buyer has changed since the facts were read: the change issues anew.
 *
 * @returns ids of what was issued, and what stands in the way of the rest
 */
export const sealDocuments = async (
  connection: Knex,
  { settings, facts, now, isCurrent }: IssueRequest
): Promise<IssuedDocuments> => {
  if (settings.mode === "off") return { issued: [], missing: [] }
  const series = await currentSeries(connection, {
    controllerId: settings.controller.id,
    isTest: facts.money === "test",
    placedAt: facts.placed_at,
  })
  return withLock(connection, orderLock(facts.order_id), async (transaction) =>
    (await isCurrent(transaction))
      ? sealDue({ transaction, settings, facts, series, today: copenhagenDay(now) })
      : { issued: [], missing: [] }
  )
}
