import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { decideIssue } from "../domain/decide-issue"
import type { IssueDecision } from "../domain/decide-issue"
import type { InvoiceContent } from "../domain/document"
import type { OrderFacts } from "../domain/order-facts"
import { readContent } from "../domain/requested-document"

type Row = { cause: string; content: string | null }

/** What was asked for or sealed for an order: the causes, and the documents that were asked for, oldest first. */
const requestsOfOrder = async (
  connection: Knex | Knex.Transaction,
  orderId: string
): Promise<{ issued: Set<string>; documents: InvoiceContent[] }> => {
  const rows = await selectRows<Row>(
    connection,
    `SELECT cause, content, created_at, id FROM dk_invoice_request WHERE order_id = :orderId
     UNION ALL SELECT cause, NULL, created_at, id FROM dk_invoice_cause WHERE order_id = :orderId
     ORDER BY created_at, id`,
    { orderId }
  )
  return {
    issued: new Set(rows.map(({ cause }) => cause)),
    documents: rows.flatMap(({ content }) => (content === null ? [] : [readContent(content)])),
  }
}

/** The next document that the shop's bookkeeping system has to make, by the decision that the plugin's own follow. */
export const decideRequest = async (
  connection: Knex | Knex.Transaction,
  facts: OrderFacts
): Promise<IssueDecision & { documents: InvoiceContent[] }> => {
  const { issued, documents } = await requestsOfOrder(connection, facts.order_id)
  const [first] = await selectRows<{ starts_at: Date | null }>(
    connection,
    "SELECT min(starts_at) AS starts_at FROM dk_invoice_series"
  )
  const startsAt = (first?.starts_at ?? new Date(0)).toISOString()
  const state = { issued, documents, startsAt, isElsewhere: true }
  return { ...decideIssue(facts, state), documents }
}
