import { copenhagenDay } from "../../../rules"
import { orderLock, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { buildAddition, buildInvoice } from "../domain/build-invoice"
import { isSettled } from "../domain/decide-change"
import { decideIssue } from "../domain/decide-issue"
import type { Cause } from "../domain/decide-issue"
import type { MissingField } from "../domain/missing-fields"
import type { OrderFacts } from "../domain/order-facts"
import { setOffOf } from "../domain/plan-credit"
import { standingInvoices } from "../domain/standing"
import type { InvoiceSettings } from "../options"
import { sealCredit } from "./seal-credit"
import { sealBeside } from "./seal-one"
import type { Work } from "./seal-one"
import { sealedOfOrder } from "./sealed-of-order"
import type { SealedDocument } from "./sealed-of-order"
import { currentSeries } from "./take-number"

export type IssuedDocuments = { issued: string[]; missing: MissingField[] }

export type IssueRequest = {
  settings: InvoiceSettings
  facts: OrderFacts
  /** The moment of issue; its Danish day stands on the documents. */
  now: Date
  /** Whether the facts still name the order's buyer, read under the order's lock. */
  isCurrent: (transaction: Knex.Transaction) => Promise<boolean>
}

const sealCause = async (
  work: Work,
  documents: readonly SealedDocument[],
  cause: Cause
): Promise<SealedDocument[]> => {
  const { facts, today } = work
  const standing = standingInvoices(documents.map(({ document }) => document))
  if ("refund" in cause) {
    const { method, refunded_on: paid_on, reason } = cause.refund
    return sealCredit(work, documents, { ...cause, payment: { method, paid_on }, reason })
  }
  if ("parts" in cause) {
    const amount = cause.parts.reduce((sum, part) => sum + part.amount, 0)
    const payment = { method: "set_off" as const, paid_on: today }
    const paid = setOffOf(amount, standing)
    return sealCredit(work, documents, { ...cause, payment, paid, reason: null })
  }
  const build: Parameters<typeof sealBeside>[2]["build"] =
    "lines" in cause
      ? (frame, terms) => {
          const others = standing.map(({ invoice }) => invoice)
          const addition = { lines: cause.lines, others, isSettled: isSettled(facts) }
          return buildAddition(facts, addition, frame, terms)
        }
      : (frame, terms) => buildInvoice(facts, frame, terms)
  return [await sealBeside(work, documents, { cause: cause.cause, amends: null, build })]
}

const sealDue = async (work: Work): Promise<IssuedDocuments> => {
  const { transaction, facts, series } = work
  const startsAt = series.starts_at.toISOString()
  const issued: string[] = []
  for (;;) {
    const { documents, causes } = await sealedOfOrder(transaction, facts.order_id)
    const { next, missing } = decideIssue(facts, {
      issued: causes,
      documents: documents.map(({ document }) => document),
      startsAt,
    })
    if (!next) return { issued, missing }
    const sealed = await sealCause(work, documents, next)
    issued.push(...sealed.map(({ invoiceId }) => invoiceId))
  }
}

/** The series an order is numbered in, when the plugin numbers at all. */
export const openWork = async (
  connection: Knex | Knex.Transaction,
  { settings, facts, now }: Omit<IssueRequest, "isCurrent">
): Promise<Omit<Work, "transaction">> => {
  const series = await currentSeries(connection, {
    controllerId: settings.controller.id,
    isTest: facts.money === "test",
    placedAt: facts.placed_at,
  })
  return { settings, facts, series, today: copenhagenDay(now) }
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
  const work = await openWork(connection, { settings, facts, now })
  return withLock(connection, orderLock(facts.order_id), async (transaction) =>
    (await isCurrent(transaction)) ? sealDue({ transaction, ...work }) : { issued: [], missing: [] }
  )
}
