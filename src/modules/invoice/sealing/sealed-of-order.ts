import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { readDocument } from "../domain/canonical-text"
import type { InvoiceDocument } from "../domain/document"
import type { Series } from "./take-number"

export type SealedDocument = {
  invoiceId: string
  series: Series
  amends: string | null
  document: InvoiceDocument
}

type Row = Series & { invoice_id: string; amends: string | null; content: string }

/** Everything sealed for an order, oldest first, and the causes it was issued for. */
export const sealedOfOrder = async (
  connection: Knex | Knex.Transaction,
  orderId: string
): Promise<{ documents: SealedDocument[]; causes: Set<string> }> => {
  const rows = await selectRows<Row>(
    connection,
    `SELECT d.invoice_id, d.amends, d.content, s.id, s.kind, s.starts_at
     FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id JOIN dk_invoice_series s ON s.id = i.series_id
     WHERE d.order_id = ? ORDER BY i.created_at, i.number`,
    [orderId]
  )
  const causes = await selectRows<{ cause: string }>(
    connection,
    "SELECT cause FROM dk_invoice_cause WHERE order_id = ?",
    [orderId]
  )
  return {
    documents: rows.map(({ invoice_id, amends, content, ...series }) => ({
      invoiceId: invoice_id,
      series,
      amends,
      document: readDocument(content),
    })),
    causes: new Set(causes.map(({ cause }) => cause)),
  }
}
