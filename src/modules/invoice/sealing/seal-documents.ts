import { copenhagenDay } from "../../../rules"
import { orderLock, withLock } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { decideIssue } from "../domain/decide-issue"
import { modeOn } from "../domain/invoice-modes"
import type { MissingField } from "../domain/missing-fields"
import type { OrderFacts } from "../domain/order-facts"
import { planDocuments } from "../domain/plan-documents"
import { standingInvoices } from "../domain/standing"
import { modeOfOrder } from "../external/mode-of-order"
import { requestDocuments } from "../external/request-documents"
import type { InvoiceSettings } from "../options"
import { sealPlanned } from "./seal-credit"
import type { Work } from "./seal-one"
import { sealedOfOrder } from "./sealed-of-order"
import { currentSeries, lockSeries } from "./take-number"

export type IssuedDocuments = {
  issued: string[]
  /** Ids of what the shop's bookkeeping system is asked for now. */
  requested: string[]
  missing: MissingField[]
}

const NOTHING: IssuedDocuments = { issued: [], requested: [], missing: [] }

export type IssueRequest = {
  settings: InvoiceSettings
  facts: OrderFacts
  /** The moment of issue; its Danish day stands on the documents. */
  now: Date
  /** Whether the facts still name the order's buyer, read under the order's lock. */
  isCurrent: (transaction: Knex.Transaction) => Promise<boolean>
}

const sealDue = async (work: Work): Promise<IssuedDocuments> => {
  const { transaction, settings, facts, series, today } = work
  const startsAt = series.starts_at.toISOString()
  const issued: string[] = []
  const { documents, causes } = await sealedOfOrder(transaction, facts.order_id)
  if (documents.some((sealed) => sealed.series.id !== series.id)) {
    await lockSeries(transaction, settings.controller.id)
  }
  for (;;) {
    const contents = documents.map(({ document }) => document)
    const { next, missing } = decideIssue(facts, { issued: causes, documents: contents, startsAt })
    if (!next) return { issued, requested: [], missing }
    const planned = planDocuments(facts, next, standingInvoices(contents), today)
    for (const sealed of await sealPlanned(work, documents, planned)) {
      issued.push(sealed.invoiceId)
      documents.push(sealed)
      causes.add(sealed.document.cause)
    }
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
 * one transaction under the order's lock. For an order that is invoiced elsewhere it writes down what to ask for instead.
 * Safe to run any number of times, from anywhere, at once.
 *
 * Nothing is sealed when the order's buyer has changed since the facts were read: the change issues anew.
 *
 * @returns ids of what was issued or asked for, and what stands in the way of the rest
 */
export const sealDocuments = async (
  connection: Knex,
  { settings, facts, now, isCurrent }: IssueRequest
): Promise<IssuedDocuments> => {
  if (modeOn(settings, copenhagenDay(facts.placed_at)) === "off") return NOTHING
  const work = await openWork(connection, { settings, facts, now })
  return withLock(connection, orderLock(facts.order_id), async (transaction) => {
    if (!(await isCurrent(transaction))) return NOTHING
    if ((await modeOfOrder(transaction, settings, facts)) === "external") {
      return { ...NOTHING, ...(await requestDocuments({ transaction, ...work })) }
    }
    return sealDue({ transaction, ...work })
  })
}
