import type { Knex } from "../../shared/postgres"
import type { AffectedQuery } from "./domain/affected"

/** Somebody found, by the row that leads to them. `email` makes rows one person and is not stored. */
export type Found = {
  customer_id: string | null
  order_id: string | null
  document_id: string | null
  email: string | null
}

/** SQL of an address, or null where an erasure has put one that is nobody's. */
export const reachable = (column: string): string =>
  `(CASE WHEN ${column} NOT LIKE 'erased+%@invalid.invalid' THEN ${column} END)`

/** SQL of the documents that are kept of a sale by law, also when nothing else is left of whoever bought. */
export const KEPT_DOCUMENTS = `(
  SELECT d.id, d.order_id, d.content, i.issued_on AS kept_on FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
   WHERE i.kind = 'invoice'
  UNION ALL SELECT a.id, a.order_id, a.content, a.concerns_on FROM dk_invoice_archive a WHERE a.kind = 'invoice')`

const OF_ORDERS = `SELECT CASE WHEN c.has_account THEN c.id END AS customer_id, o.id AS order_id, NULL::text AS document_id,
    lower(coalesce(CASE WHEN c.has_account THEN c.email END, ${reachable("o.email")})) AS email
  FROM "order" o LEFT JOIN customer c ON c.id = o.customer_id AND c.deleted_at IS NULL AND ${reachable("c.email")} IS NOT NULL
 WHERE o.deleted_at IS NULL`

const OF_CUSTOMERS = `SELECT c.id AS customer_id, NULL::text AS order_id, NULL::text AS document_id, lower(c.email) AS email
  FROM customer c WHERE c.deleted_at IS NULL AND ${reachable("c.email")} IS NOT NULL`

/** A document that names nobody tells nothing of anybody. */
const OF_DOCUMENTS = `SELECT DISTINCT ON (d.order_id) NULL::text AS customer_id, d.order_id, d.id AS document_id, NULL::text AS email
  FROM ${KEPT_DOCUMENTS} d JOIN "order" o ON o.id = d.order_id
 WHERE ${reachable("o.email")} IS NULL AND coalesce(d.content::jsonb -> 'buyer' ->> 'name', d.content::jsonb -> 'buyer' ->> 'company_name') IS NOT NULL`

/** Of somebody erased other queries do not find what is left. */
const IS_THERE = `${reachable("o.email")} IS NOT NULL`

/** Days of the shop's clock. */
const onDays = (column: string): string =>
  `(${column} AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN :from::date AND :to::date`

const BUYER_TYPE = `coalesce(
  (SELECT b.type FROM dk_buyer b WHERE b.order_id = o.id AND b.deleted_at IS NULL LIMIT 1),
  (SELECT b.type FROM order_cart l JOIN dk_buyer b ON b.cart_id = l.cart_id AND b.deleted_at IS NULL WHERE l.order_id = o.id LIMIT 1),
  'private')`

const READ_BY = `IN (SELECT unnest(e.subject_ids) FROM dk_access_event e
  WHERE e.actor_id = :actor AND e.read_at >= :from AND e.read_at <= :to)`

export type Part = { sql: string; bindings: Knex.ValueDict }

const part = (sql: string, bindings: Knex.ValueDict = {}): Part => ({ sql, bindings })

/** The parts of a query, each as a statement of its own; names and addresses are not read. */
export const partsOf = (query: AffectedQuery): Part[] => {
  const { orders, customer_ids, order_ids, read_by, kept_invoices } = query
  const readBy = read_by && { actor: read_by.actor_id, from: read_by.from, to: read_by.to }
  return [
    ...(query.customers ? [part(`${OF_CUSTOMERS} AND c.has_account`)] : []),
    ...(query.guests ? [part(`${OF_ORDERS} AND ${IS_THERE} AND c.has_account IS NOT TRUE`)] : []),
    ...(orders
      ? [
          part(
            `${OF_ORDERS} AND ${IS_THERE} AND ${onDays("o.created_at")}
               AND (:types::text[] IS NULL OR ${BUYER_TYPE} = ANY(:types))`,
            { from: orders.from, to: orders.to, types: orders.buyer_types ?? null }
          ),
        ]
      : []),
    ...(customer_ids ? [part(`${OF_CUSTOMERS} AND c.id = ANY(:ids)`, { ids: customer_ids })] : []),
    ...(order_ids ? [part(`${OF_ORDERS} AND o.id = ANY(:ids)`, { ids: order_ids })] : []),
    ...(readBy
      ? [
          part(`${OF_CUSTOMERS} AND c.id ${READ_BY}`, readBy),
          part(`${OF_ORDERS} AND o.id ${READ_BY}`, readBy),
        ]
      : []),
    ...(kept_invoices
      ? [
          part(
            `${OF_DOCUMENTS} AND d.kept_on BETWEEN :from AND :to ORDER BY d.order_id, d.id`,
            kept_invoices
          ),
        ]
      : []),
  ]
}
