import { randomBytes } from "node:crypto"
import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../shared/postgres"
import { sha256 } from "../../../shared/sha256"
import type { IssueFrame } from "../domain/build-invoice"
import { toCanonicalText } from "../domain/canonical-text"
import { dueOn } from "../domain/due-on"
import type { InvoiceContent } from "../domain/document"
import { payToOf } from "../domain/issue-terms"
import type { IssueTerms } from "../domain/issue-terms"
import type { OrderFacts } from "../domain/order-facts"
import type { InvoiceSettings } from "../options"
import { keepChain } from "./keep-dates"
import type { SealedDocument } from "./sealed-of-order"
import { takeNumber } from "./take-number"
import type { Series } from "./take-number"

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

/** Number, stub, document and cause of one issue. The caller's transaction makes them one. */
const sealOne = async (work: Work, { cause, amends, build }: Issue): Promise<SealedDocument> => {
  const { transaction, settings, facts, series, today } = work
  const { id: controllerId, name, cvr, address, email, phone = null } = settings.controller
  const { number, label, previousDigest } = await takeNumber(transaction, series.id)
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
  await transaction("dk_invoice_announcement").insert({
    id: generateEntityId("", "dkiann"),
    controller_id: controllerId,
    invoice_id: invoiceId,
  })
  return { invoiceId, series, amends, document }
}

/** Seals one document beside those of the order, and keeps them all as long as the latest. */
export const sealBeside = async (
  work: Work,
  documents: readonly SealedDocument[],
  issue: Issue
): Promise<SealedDocument> => {
  const sealed = await sealOne(work, issue)
  const { controller, financialYearStartsIn } = work.settings
  await keepChain(
    work.transaction,
    {
      controllerId: controller.id,
      cause: sealed.amends ? `credit_note:${sealed.invoiceId}` : "issued",
      documents: [...documents, sealed].map(({ invoiceId, document }) => ({
        id: invoiceId,
        issuedOn: document.issued_on,
      })),
    },
    financialYearStartsIn
  )
  return sealed
}
