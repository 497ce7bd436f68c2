import { randomBytes } from "node:crypto"
import type { Knex } from "../../../shared/postgres"
import type { IssueFrame } from "../domain/build-invoice"
import { dueOn } from "../domain/due-on"
import type { InvoiceContent } from "../domain/document"
import { payToOf } from "../domain/issue-terms"
import type { IssueTerms } from "../domain/issue-terms"
import type { OrderFacts } from "../domain/order-facts"
import type { InvoiceSettings } from "../options"
import { keepChain, keptThrough } from "./keep-dates"
import { SEALED } from "./kept-tables"
import type { SealedDocument } from "./sealed-of-order"
import { holdNumber } from "./take-number"
import type { Series } from "./take-number"
import { writeSealed } from "./write-sealed"

/** One order's issuing, inside the transaction that holds the order's lock. */
export type Work = {
  transaction: Knex.Transaction
  settings: InvoiceSettings
  facts: OrderFacts
  series: Series
  today: string
}

/** What is sealed under one cause. */
type Issue = {
  cause: string
  /** Id of the invoice a credit note amends. */
  amends: string | null
  build: (frame: IssueFrame, terms: IssueTerms) => InvoiceContent
}

const termsOf = ({ settings, facts, today }: Work, number: number): IssueTerms => ({
  due_on: dueOn(facts, today, settings.onAccount.publicDays),
  pay_to: payToOf(settings.payTo, number),
  exchange: facts.exchange,
})

/** The days of the documents that are kept together with a new one. */
const daysWith = (documents: readonly SealedDocument[], today: string): string[] => [
  ...documents.map(({ document }) => document.issued_on),
  today,
]

/**
 * Seals one document beside those of the order, and keeps them all as long as the latest. The caller's transaction makes
 * it one.
 */
export const sealBeside = async (
  work: Work,
  documents: readonly SealedDocument[],
  { cause, amends, build }: Issue
): Promise<SealedDocument> => {
  const { transaction, settings, facts, series, today } = work
  const { id: controllerId, name, cvr, address, email, phone = null } = settings.controller
  const { number, label, previousDigest } = await holdNumber(transaction, series.id)
  const frame = {
    controller_id: controllerId,
    seller: { name, cvr, address, email, phone },
    series: series.kind,
    number: label,
    cause,
    issued_on: today,
  }
  const content = build(frame, termsOf(work, number))
  const salt = randomBytes(32).toString("hex")
  const document = { ...content, salt, previous_digest: previousDigest }
  const keepThrough = await keptThrough(transaction, settings, daysWith(documents, today))
  const place = { seriesId: series.id, orderId: facts.order_id, number, amends }
  const invoiceId = await writeSealed(transaction, { ...place, document, keepThrough })
  await keepChain(
    transaction,
    documents.map(({ invoiceId: id }) => ({ id, table: SEALED })),
    { controllerId, keepThrough, cause: amends ? `credit_note:${invoiceId}` : "issued" }
  )
  return { invoiceId, series, amends, document }
}
