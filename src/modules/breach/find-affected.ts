import type { Knex } from "../../shared/postgres"
import type { AffectedQuery } from "./domain/affected"

/** Somebody found, by the row that leads to them. `email` makes rows one person and is not stored. */
export type Found = {
  customer_id: string | null
  order_id: string | null
  document_id: string | null
  email: string | null
  /** Whom a kept document names, where nothing else does; makes documents one person's and is not stored. */
  buyer: string | null
}

/** SQL of an address, or null where an erasure has put one that is nobody's. */
export const reachable = (column: string): string =>
  `(CASE WHEN ${column} NOT LIKE 'erased+%@invalid.invalid' THEN ${column} END)`

/** SQL of whether no erasure has put an address that is nobody's; true without an address. */
const notErased = (column: string): string =>
  `coalesce(${column}, '') NOT LIKE 'erased+%@invalid.invalid'`

/** SQL of the documents that are kept of a sale by law, also when nothing else is left of whoever bought. */
export const KEPT_DOCUMENTS = `(
  SELECT d.id, d.order_id, d.content, i.issued_on AS kept_on FROM dk_invoice_document d JOIN dk_invoice i ON i.id = d.invoice_id
   WHERE i.kind = 'invoice'
  UNION ALL SELECT a.id, a.order_id, a.content, a.concerns_on FROM dk_invoice_archive a WHERE a.kind = 'invoice')`

/** SQL of who a document names at which address, in small letters; null without an address, for a name alone is many people's. */
const buyerIn = (content: string): string => {
  const buyer = `${content}::jsonb -> 'buyer'`
  const word = (path: string) => `nullif(trim(${path}), '')`
  const [code, street] = ["postal_code", "address_1"].map((name) =>
    word(`${buyer} -> 'address' ->> '${name}'`)
  )
  return `(CASE WHEN coalesce(${code ?? ""}, ${street ?? ""}) IS NOT NULL THEN
    lower(concat_ws(chr(10), ${word(`coalesce(${buyer} ->> 'name', ${buyer} ->> 'company_name')`)}, ${code ?? ""}, ${street ?? ""})) END)`
}

/** An erasure leaves an order that never had an address for mail without one: nothing on it names anybody then. */
const IS_THERE = `(${notErased("o.email")} AND (o.email IS NOT NULL OR o.customer_id IS NOT NULL OR EXISTS (
  SELECT 1 FROM order_address n WHERE n.id IN (o.billing_address_id, o.shipping_address_id)
     AND concat(n.company, n.first_name, n.last_name, n.address_1, n.phone) <> '')))`

/** Orders of an account, and those of a customer without a mailbox, are one person's; of a guest the mailbox says who it is. */
const OF_ORDERS = `SELECT CASE WHEN c.has_account OR c.email IS NULL THEN c.id END AS customer_id, o.id AS order_id, NULL::text AS document_id,
    lower(coalesce(CASE WHEN c.has_account THEN c.email END, ${reachable("o.email")})) AS email,
    CASE WHEN NOT ${IS_THERE} THEN (SELECT ${buyerIn("d.content")} FROM ${KEPT_DOCUMENTS} d WHERE d.order_id = o.id ORDER BY d.id LIMIT 1) END AS buyer
  FROM "order" o LEFT JOIN customer c ON c.id = o.customer_id AND c.deleted_at IS NULL AND ${notErased("c.email")}
 WHERE o.deleted_at IS NULL`

const OF_CUSTOMERS = `SELECT c.id AS customer_id, NULL::text AS order_id, NULL::text AS document_id, lower(c.email) AS email, NULL::text AS buyer
  FROM customer c WHERE c.deleted_at IS NULL AND ${notErased("c.email")}`

/** Of orders that other queries do not find. A document that names nobody tells nothing of anybody. */
const OF_DOCUMENTS = `SELECT DISTINCT ON (d.order_id) NULL::text AS customer_id, d.order_id, d.id AS document_id, NULL::text AS email,
    ${buyerIn("d.content")} AS buyer
  FROM ${KEPT_DOCUMENTS} d JOIN "order" o ON o.id = d.order_id
 WHERE NOT ${IS_THERE} AND coalesce(d.content::jsonb -> 'buyer' ->> 'name', d.content::jsonb -> 'buyer' ->> 'company_name') IS NOT NULL`

/** Days of the shop's clock. */
const onDays = (column: string): string =>
  `(${column} AT TIME ZONE 'Europe/Copenhagen')::date BETWEEN :from::date AND :to::date`

const BUYER_TYPE = `coalesce(
  (SELECT b.type FROM dk_buyer b WHERE b.order_id = o.id AND b.deleted_at IS NULL LIMIT 1),
  (SELECT b.type FROM order_cart l JOIN dk_buyer b ON b.cart_id = l.cart_id AND b.deleted_at IS NULL WHERE l.order_id = o.id LIMIT 1),
  'private')`

/** Where an id that the access log knows somebody by leads to an order: of a customer, too, who has been deleted. */
const WAYS_TO_ORDERS = [
  `SELECT x.id FROM "order" x JOIN seen s ON s.id = x.customer_id`,
  ...[
    ...[`order_cart x ON x.cart_id`, `"return" x ON x.id`, `order_claim x ON x.id`],
    `order_exchange x ON x.id`,
  ].map((way) => `SELECT x.order_id FROM seen s JOIN ${way} = s.id`),
  `SELECT x.order_id FROM seen s JOIN payment p ON p.id = s.id
     JOIN order_payment_collection x ON x.payment_collection_id = p.payment_collection_id`,
]

const SEEN = `WITH seen AS MATERIALIZED (SELECT DISTINCT unnest(e.subject_ids) AS id FROM dk_access_event e
  WHERE e.actor_id = :actor AND e.read_at >= :from AND e.read_at <= :to)`

const CUSTOMERS_SEEN = `${SEEN} ${OF_CUSTOMERS}
  AND c.id IN (SELECT id FROM seen UNION SELECT x.customer_id FROM cart x JOIN seen s ON s.id = x.id)`

const ORDERS_SEEN = `${SEEN} ${OF_ORDERS} AND o.id IN (SELECT id FROM seen UNION ${WAYS_TO_ORDERS.join(" UNION ")})`

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
    ...(readBy ? [part(CUSTOMERS_SEEN, readBy), part(ORDERS_SEEN, readBy)] : []),
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
