import { copenhagenDay } from "../../../rules"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { toEarlierYears } from "../domain/earlier-years"
import type { EarlierMonth, EarlierYear } from "../domain/earlier-years"
import { readContent, toRequestedDocument } from "../domain/requested-document"
import type { RequestedDocument } from "../domain/requested-document"
import type { InvoiceSettings } from "../options"
import { wouldKeepThrough } from "../sealing/keep-dates"
import { ARCHIVE, IS_CURRENT, latestKeep } from "../sealing/kept-tables"

/** An order from before the plugin looked after invoices. */
export type EarlierOrder = {
  order_id: string
  order_number: string
  placed_at: Date
  /** Money was taken for it. */
  is_captured: boolean
  /** What stands for it: a number of the bookkeeping system, a copy, or nothing yet. */
  covered_by: "number" | "copy" | null
}

/** A copy that is kept, without its salt. */
export type KeptCopy = {
  id: string
  concerns_on: string
  digest: string
  keep_through: string | null
  document: RequestedDocument
}

const CAPTURED = `EXISTS (
  SELECT 1 FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id
  JOIN capture k ON k.payment_id = p.id AND k.deleted_at IS NULL
  WHERE l.order_id = o.id AND l.deleted_at IS NULL)`

const COVERED_BY = `CASE
  WHEN EXISTS (SELECT 1 FROM dk_invoice_external e WHERE e.order_id = o.id AND e.kind = 'invoice' AND ${IS_CURRENT}) THEN 'number'
  WHEN EXISTS (SELECT 1 FROM dk_invoice_archive a WHERE a.order_id = o.id AND a.kind = 'invoice') THEN 'copy' END`

/** Older ones are past any term: five years from the end of a financial year of 18 months at most. */
const EARLIER = `SELECT o.id AS order_id, coalesce(o.custom_display_id, o.display_id::text) AS order_number,
    o.created_at AS placed_at, ${CAPTURED} AS is_captured, ${COVERED_BY} AS covered_by
  FROM "order" o WHERE o.deleted_at IS NULL AND NOT o.is_draft_order AND o.status <> 'draft'
    AND o.created_at < (SELECT min(starts_at) FROM dk_invoice_series) AND o.created_at > now() - interval '7 years'`

export type EarlierFilters = {
  is_captured?: boolean | undefined
  is_covered?: boolean | undefined
  limit: number
  offset: number
}

/** A page of earlier orders, the oldest first, and how many there are of each. */
export const readEarlierOrders = async (
  connection: Knex,
  { is_captured: isCaptured, is_covered: isCovered, limit, offset }: EarlierFilters
): Promise<{ earlier_orders: EarlierOrder[]; count: number }> => {
  const conditions = [
    ...(isCaptured === undefined ? [] : [isCaptured ? "is_captured" : "NOT is_captured"]),
    ...(isCovered === undefined ? [] : [`covered_by IS ${isCovered ? "NOT " : ""}NULL`]),
  ]
  const from = `FROM (${EARLIER}) x WHERE ${conditions.join(" AND ") || "true"}`
  const rows = await selectRows<EarlierOrder>(
    connection,
    `SELECT * ${from} ORDER BY placed_at, order_id LIMIT ? OFFSET ?`,
    [limit, offset]
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::integer AS count ${from}`
  )
  return { earlier_orders: rows, count: total?.count ?? 0 }
}

const MONTHS = `
  SELECT to_char(placed_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM') AS month,
    (count(*) FILTER (WHERE NOT is_captured))::integer AS unpaid,
    (count(*) FILTER (WHERE is_captured AND covered_by = 'number'))::integer AS numbered,
    (count(*) FILTER (WHERE is_captured AND covered_by = 'copy'))::integer AS copied,
    (count(*) FILTER (WHERE is_captured AND covered_by IS NULL))::integer AS left
  FROM (${EARLIER}) x GROUP BY 1 ORDER BY 1`

/** The first of the months that bookkeeping still keeps sales of: a financial year ends with a month. */
const firstKeptOf = async (
  connection: Knex,
  settings: InvoiceSettings,
  months: readonly EarlierMonth[]
): Promise<string | null> => {
  const today = copenhagenDay(new Date())
  for (const { month } of months) {
    const through = await wouldKeepThrough(connection, settings, [`${month}-28`])
    if (through === null || through >= today) return month
  }
  return null
}

/** How many earlier orders there are of each year, and what stands for them; the earliest year first. */
export const readEarlierYears = async (
  connection: Knex,
  settings: InvoiceSettings
): Promise<EarlierYear[]> => {
  const months = await selectRows<EarlierMonth>(connection, MONTHS)
  return toEarlierYears(months, await firstKeptOf(connection, settings, months))
}

/** Some earlier orders that may call for a copy, by id: no number stands for them, and money was taken or given back. */
export const earlierOrdersAfter = async (
  connection: Knex,
  after: string,
  limit: number
): Promise<{ id: string; number: string }[]> =>
  selectRows(
    connection,
    `SELECT order_id AS id, order_number AS number FROM (${EARLIER}) x
      WHERE order_id > ? AND is_captured AND covered_by IS DISTINCT FROM 'number' ORDER BY order_id LIMIT ?`,
    [after, limit]
  )

/** The copies that are kept of an order, the oldest first. */
export const copiesOfOrder = async (connection: Knex, orderId: string): Promise<KeptCopy[]> => {
  const rows = await selectRows<Omit<KeptCopy, "document"> & { content: string }>(
    connection,
    `SELECT a.id, a.concerns_on, a.digest, a.content, ${latestKeep("a.id", ARCHIVE)} AS keep_through
      FROM dk_invoice_archive a WHERE a.order_id = ? ORDER BY a.created_at, a.id`,
    [orderId]
  )
  return rows.map(({ content, ...row }) => ({
    ...row,
    document: toRequestedDocument(readContent(content), null),
  }))
}
