import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { IS_CURRENT } from "../sealing/kept-tables"
import { readContent, toRequestedDocument } from "../domain/requested-document"
import type { ExternalNumber, RequestedDocument } from "../domain/requested-document"

/** A document that the shop's bookkeeping system is asked to make, as the API shows it. */
export type InvoiceRequest = {
  id: string
  order_id: string
  /** As the buyer and Admin know the order. */
  order_number: string
  kind: "invoice" | "credit_note"
  /** `sale`, `refund:` with the refund's id, `addition:` or `reduction:` with its place. */
  cause: string
  status: "waiting" | "answered"
  /** Paid on a test account: no real money was moved. */
  is_test: boolean
  requested_at: Date
  /** Number that came for it; null while it waits and after its term. */
  answer: { id: string; system: string; number: string; issued_on: string } | null
  /** While it waits: numbers of its kind on the order that answer no request. One of them may be meant. */
  unmatched: UnmatchedNumber[]
}

export type UnmatchedNumber = {
  id: string
  system: string
  number: string
  issued_on: string
  url: string | null
}

export type RequestFilters = {
  id?: string | undefined
  order_id?: string | undefined
  kind?: string | undefined
  status?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
}

const FROM = `FROM dk_invoice_request r JOIN "order" o ON o.id = r.order_id
  LEFT JOIN dk_invoice_external e ON e.id = r.answered_by`

const STATUS = `CASE WHEN r.answered_by IS NULL THEN 'waiting' ELSE 'answered' END`

const UNMATCHED = `CASE WHEN r.answered_by IS NOT NULL THEN '[]'::jsonb ELSE coalesce((
  SELECT jsonb_agg(jsonb_build_object('id', e.id, 'system', e.system, 'number', e.number, 'issued_on', e.issued_on, 'url', e.url)
    ORDER BY e.created_at, e.id)
  FROM dk_invoice_external e WHERE e.order_id = r.order_id AND e.kind = r.kind AND ${IS_CURRENT}
    AND NOT EXISTS (SELECT 1 FROM dk_invoice_request a WHERE a.answered_by = e.id)), '[]') END`

const COLUMNS = `r.id, r.order_id, coalesce(o.custom_display_id, o.display_id::text) AS order_number, r.kind, r.cause,
  ${STATUS} AS status, r.is_test, r.created_at AS requested_at,
  CASE WHEN e.id IS NULL THEN NULL ELSE
    jsonb_build_object('id', e.id, 'system', e.system, 'number', e.number, 'issued_on', e.issued_on) END AS answer,
  ${UNMATCHED} AS unmatched`

const CONDITIONS = {
  id: "r.id = ?",
  order_id: "r.order_id = ?",
  kind: "r.kind = ?",
  status: `${STATUS} = ?`,
} as const

/** A page of requests, those that wait longest first. */
export const readRequests = async (
  connection: Knex,
  filters: RequestFilters
): Promise<{ invoice_requests: InvoiceRequest[]; count: number }> => {
  const given = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).flatMap((key) => {
    const value = filters[key]
    return value === undefined ? [] : [{ sql: CONDITIONS[key], value }]
  })
  const where = given.map(({ sql }) => sql).join(" AND ") || "true"
  const bindings = given.map(({ value }) => value)
  const rows = await selectRows<InvoiceRequest>(
    connection,
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} ORDER BY r.created_at, r.id LIMIT ? OFFSET ?`,
    [...bindings, filters.limit ?? 100, filters.offset ?? 0]
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::integer AS count ${FROM} WHERE ${where}`,
    bindings
  )
  return { invoice_requests: rows, count: total?.count ?? 0 }
}

/** The document that was asked for; null once the order's numbers have been released. */
export const readRequested = async (
  connection: Knex,
  id: string
): Promise<RequestedDocument | null> => {
  const [row] = await selectRows<{ content: string | null }>(
    connection,
    "SELECT content FROM dk_invoice_request WHERE id = ?",
    [id]
  )
  if (!row || row.content === null) return null
  const content = readContent(row.content)
  const [amended] = await selectRows<ExternalNumber>(
    connection,
    `SELECT e.system, e.number, e.issued_on FROM dk_invoice_request r JOIN dk_invoice_external e ON e.id = r.answered_by
      WHERE r.id = ?`,
    [content.amends?.number ?? ""]
  )
  return toRequestedDocument(content, amended ?? null)
}
