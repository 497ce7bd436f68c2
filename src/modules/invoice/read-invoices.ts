import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { readDocument } from "./domain/canonical-text"
import type { InvoiceDocument } from "./domain/document"
import { latestKeep } from "./sealing/kept-tables"

/** An issued document as the API shows it. After its release only the stub is left: `document` is null. */
export type IssuedInvoice = {
  id: string
  series: "test" | "live"
  number: string
  kind: "invoice" | "credit_note"
  issued_on: string
  digest: string
  previous_digest: string | null
  order_id: string | null
  /** Id of the invoice a credit note amends. */
  amends: string | null
  /** Last day of keeping; null when no financial year covers it or it has been released. */
  keep_through: string | null
  document: InvoiceDocument | null
}

export type InvoiceFilters = {
  id?: string | undefined
  order_id?: string | undefined
  kind?: string | undefined
  series?: string | undefined
  /** Part of the number. */
  q?: string | undefined
  /** Of a credit note or invoice, `-` in front for newest first. */
  order?: string | undefined
  limit?: number | undefined
  offset?: number | undefined
}

type Row = Omit<IssuedInvoice, "document"> & { content: string | null }

const COLUMNS = `
  i.id, s.kind AS series, s.prefix || i.number AS number, i.kind, i.issued_on, i.digest, i.previous_digest,
  d.order_id, d.amends, d.content, CASE WHEN d.id IS NULL THEN NULL ELSE ${latestKeep("i.id")} END AS keep_through`

const FROM = `
  FROM dk_invoice i
  JOIN dk_invoice_series s ON s.id = i.series_id
  LEFT JOIN dk_invoice_document d ON d.invoice_id = i.id`

const CONDITIONS = {
  id: "i.id = ?",
  order_id: "d.order_id = ?",
  kind: "i.kind = ?",
  series: "s.kind = ?",
  q: "strpos(lower(s.prefix || i.number), lower(?)) > 0",
} as const

const SORTS: Readonly<Record<string, string>> = {
  number: "i.series_id, i.number",
  "-number": "i.series_id, i.number DESC",
  issued_on: "i.issued_on, i.number",
  "-issued_on": "i.issued_on DESC, i.number DESC",
}

export const INVOICE_SORTS = Object.keys(SORTS)

const conditionsOf = (filters: InvoiceFilters): { sql: string; bindings: string[] } => {
  const given = (Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]).flatMap((key) => {
    const value = filters[key]
    return value === undefined ? [] : [{ sql: CONDITIONS[key], value }]
  })
  return {
    sql: given.length > 0 ? `WHERE ${given.map(({ sql }) => sql).join(" AND ")}` : "",
    bindings: given.map(({ value }) => value),
  }
}

/** Issued documents that meet the filters, in the order asked for (newest first without). */
export const readInvoices = async (
  connection: Knex,
  filters: InvoiceFilters
): Promise<{ invoices: IssuedInvoice[]; count: number }> => {
  const { sql, bindings } = conditionsOf(filters)
  const sort = SORTS[filters.order ?? ""] ?? "i.issued_on DESC, i.number DESC"
  const rows = await selectRows<Row>(
    connection,
    `SELECT ${COLUMNS} ${FROM} ${sql} ORDER BY ${sort} LIMIT ? OFFSET ?`,
    [...bindings, filters.limit ?? 100, filters.offset ?? 0]
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::integer AS count ${FROM} ${sql}`,
    bindings
  )
  return {
    invoices: rows.map(({ content, ...row }) => ({
      ...row,
      document: content === null ? null : readDocument(content),
    })),
    count: total?.count ?? 0,
  }
}
