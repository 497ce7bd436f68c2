import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { readDocument } from "../domain/canonical-text"
import type { InvoiceDocument } from "../domain/document"

export type BookkeepingMonth = {
  /** First day, and first day of the next month, `YYYY-MM-DD`. */
  from: string
  until: string
  controllerId: string
  series: "live" | "test"
}

const DOCUMENTS = `SELECT d.content FROM dk_invoice i
  JOIN dk_invoice_series s ON s.id = i.series_id AND s.kind = :series AND s.controller_id = :controllerId
  JOIN dk_invoice_document d ON d.invoice_id = i.id
  WHERE i.issued_on >= :from AND i.issued_on < :until ORDER BY i.issued_on, i.number`

/** Documents of the series that were issued in the month; those that were let go are not there. */
export const readDocumentsOf = async (
  connection: Knex,
  month: BookkeepingMonth
): Promise<InvoiceDocument[]> => {
  const rows = await selectRows<{ content: string }>(connection, DOCUMENTS, { ...month })
  return rows.map(({ content }) => readDocument(content))
}

/** An order whose documents and money differ. Whole minor units. */
export type Difference = {
  order_id: string
  display_id: number
  currency_code: string
  /** Invoices less credit notes, gift cards and store credit. */
  documents: number
  /** Captured less paid back. */
  money: number
}

const MINOR = (sum: string): string => `coalesce(round(100 * (${sum})), 0)::bigint`

/** Orders of the month, by their documents or their money; those with time left to pay are no difference. */
const DIFFERENCES = `
  WITH touched AS (
    SELECT d.order_id FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
     WHERE i.issued_on >= :from AND i.issued_on < :until
    UNION
    SELECT l.order_id FROM capture k JOIN payment p ON p.id = k.payment_id
    JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id AND l.deleted_at IS NULL
     WHERE k.deleted_at IS NULL AND k.created_at >= (:from::timestamp AT TIME ZONE 'Europe/Copenhagen')
       AND k.created_at < (:until::timestamp AT TIME ZONE 'Europe/Copenhagen')),
  compared AS (
    SELECT o.id AS order_id, o.display_id, upper(o.currency_code) AS currency_code,
      (SELECT coalesce(sum(CASE i.kind WHEN 'invoice' THEN 1 ELSE -1 END * (d.content::jsonb -> 'totals' ->> 'gross')::bigint), 0)
         FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id WHERE d.order_id = o.id)
        - CASE WHEN EXISTS (SELECT 1 FROM dk_invoice_document d WHERE d.order_id = o.id) THEN (SELECT ${MINOR("sum(c.amount)")}
            FROM order_credit_line c WHERE c.order_id = o.id AND coalesce(c.version, 1) = 1 AND c.deleted_at IS NULL) ELSE 0 END AS documents,
      (SELECT ${MINOR("sum(m.amount)")} FROM (
         SELECT k.amount FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
           JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL WHERE l.order_id = o.id AND l.deleted_at IS NULL
         UNION ALL
         SELECT -r.amount FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id AND p.deleted_at IS NULL
           JOIN refund r ON r.payment_id = p.id AND r.deleted_at IS NULL WHERE l.order_id = o.id AND l.deleted_at IS NULL) m) AS money,
      (SELECT max(d.content::jsonb ->> 'due_on') FROM dk_invoice_document d WHERE d.order_id = o.id) AS due_on
    FROM touched t JOIN "order" o ON o.id = t.order_id)
  SELECT order_id, display_id, currency_code, documents::float8 AS documents, money::float8 AS money FROM compared
  WHERE documents <> money AND NOT (documents > money AND coalesce(due_on >= :today, false))
  ORDER BY display_id LIMIT 500`

/** Orders touched in the month whose documents and money differ: money without a document, or too much or too little of it. */
export const readDifferences = (
  connection: Knex,
  { from, until, today }: { from: string; until: string; today: string }
): Promise<Difference[]> => selectRows<Difference>(connection, DIFFERENCES, { from, until, today })
