import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import { toCanonicalText } from "../domain/canonical-text"
import type { MissingField } from "../domain/missing-fields"
import { planDocuments } from "../domain/plan-documents"
import type { PlannedDocument } from "../domain/plan-documents"
import { standingInvoices } from "../domain/standing"
import type { Work } from "../sealing/seal-one"
import { answerRequests } from "./answer-requests"
import { decideRequest } from "./requests-of-order"

type RequestWork = Omit<Work, "series">

/** The bookkeeping system has its own accounts, terms of payment and rates of exchange. */
const TERMS = { due_on: null, pay_to: null, exchange: null }

const INSERT = `INSERT INTO dk_invoice_request (id, controller_id, order_id, cause, kind, is_test, content, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp()) RETURNING id`

/** Writes one request down. Its id stands where a sealed document has its number, so that credit notes can name it. */
const requestOne = async (
  { transaction, settings, facts, today }: RequestWork,
  { cause, build }: PlannedDocument
): Promise<string> => {
  const { id: controllerId, name, cvr, address, email, phone = null } = settings.controller
  const id = generateEntityId("", "dkireq")
  const isTest = facts.money === "test"
  const frame = {
    controller_id: controllerId,
    seller: { name, cvr, address, email, phone },
    series: isTest ? ("test" as const) : ("live" as const),
    number: id,
    cause,
    issued_on: today,
  }
  const content = build(frame, TERMS)
  await selectRows(transaction, INSERT, [
    ...[id, controllerId, facts.order_id, cause, content.kind, isTest],
    toCanonicalText(content),
  ])
  return id
}

/**
 * Writes down what is due and has not been asked for. Runs under the order's lock, any number of times.
 *
 * @returns ids of the requests that are new, and what stands in the way of the rest
 */
export const requestDocuments = async (
  work: RequestWork
): Promise<{ requested: string[]; missing: MissingField[] }> => {
  const { transaction, facts, today } = work
  const requested: string[] = []
  for (;;) {
    const { next, missing, documents } = await decideRequest(transaction, facts)
    if (!next) {
      await answerRequests(transaction, facts.order_id)
      return { requested, missing }
    }
    for (const planned of planDocuments(facts, next, standingInvoices(documents), today)) {
      requested.push(await requestOne(work, planned))
    }
  }
}
