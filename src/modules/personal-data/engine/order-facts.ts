import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { keepThrough } from "../domain/keep-through"
import { bindKeys } from "../domain/statements"
import type { SubjectKeys } from "../domain/statements"
import { registeredBlocks, registeredCoverage, registeredDocuments } from "../registry"

type Connection = Knex | Knex.Transaction

/** An order, or a cart whose money is reserved, that must be finished before its data can go. */
export type BlockedOrder = { id: string; display_id: number | null; reason: string }

/** An order without a document of its own: it keeps its buyer's name and address for a while. */
export type KeptOrder = {
  order_id: string
  display_id: number
  keep_through: string
  law: string
  reason: string
}

/** A document that a law keeps. */
export type KeptDocument = {
  order_id: string
  number: string
  keep_through: string | null
  law: string
}

export const BOOKKEEPING_LAW = "bogføringsloven § 12, stk. 1"

/** Rows of a registered statement over the person's keys. */
const registered = async <Row>(
  connection: Connection,
  sql: string,
  keys: SubjectKeys
): Promise<Row[]> => {
  const statement = bindKeys(sql, keys)
  return selectRows<Row>(connection, statement.sql, statement.bindings)
}

/** Money or goods or a case still on the way. A finished order (completed, archived) needs no delivery any more. */
const OPEN_ORDERS = `
  SELECT o.id, o.display_id, CASE
      WHEN open_payment.id IS NOT NULL OR (o.status IN ('pending', 'requires_action') AND unpaid.id IS NOT NULL) THEN 'uncaptured'
      WHEN o.status IN ('pending', 'requires_action') AND unshipped.id IS NOT NULL THEN 'unshipped'
      WHEN open_return.id IS NOT NULL THEN 'return_open'
    END AS reason
    FROM "order" o
    LEFT JOIN LATERAL (SELECT p.id FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id
      WHERE l.order_id = o.id AND l.deleted_at IS NULL AND p.captured_at IS NULL AND p.canceled_at IS NULL AND p.deleted_at IS NULL LIMIT 1) open_payment ON true
    LEFT JOIN LATERAL (SELECT s.id FROM order_summary s WHERE s.order_id = o.id AND s.version = o.version
      AND (s.totals->>'current_order_total')::numeric > 0 AND NOT EXISTS (SELECT 1 FROM order_transaction x WHERE x.order_id = o.id) LIMIT 1) unpaid ON true
    LEFT JOIN LATERAL (SELECT i.id FROM order_item i JOIN order_line_item m ON m.id = i.item_id
      WHERE i.order_id = o.id AND i.version = o.version AND i.deleted_at IS NULL AND m.requires_shipping
        AND i.quantity - i.written_off_quantity - i.return_received_quantity > greatest(i.shipped_quantity, i.delivered_quantity) LIMIT 1) unshipped ON true
    LEFT JOIN LATERAL (SELECT r.id FROM "return" r WHERE r.order_id = o.id AND r.deleted_at IS NULL AND r.canceled_at IS NULL
      AND r.status IN ('open', 'requested', 'partially_received') LIMIT 1) open_return ON true
   WHERE o.id = ANY(:order) AND o.status NOT IN ('canceled', 'draft') AND NOT coalesce(o.is_draft_order, false)`

/** Carts whose money is reserved become an order at any moment. */
const PAID_CARTS = `
  SELECT c.id, NULL::int AS display_id, 'payment_in_progress' AS reason FROM cart c
   WHERE c.id = ANY(:cart) AND c.completed_at IS NULL AND NOT EXISTS (SELECT 1 FROM order_cart oc WHERE oc.cart_id = c.id)
     AND EXISTS (SELECT 1 FROM cart_payment_collection l JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id
       WHERE l.cart_id = c.id AND s.deleted_at IS NULL AND s.status IN ('authorized', 'captured'))`

/** Orders and carts that must wait, with the reason: unpaid, unshipped, returning, or what a domain registered. */
export const findBlocked = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<BlockedOrder[]> => {
  const open = await registered<{ id: string; display_id: number | null; reason: string | null }>(
    connection,
    `SELECT * FROM (${OPEN_ORDERS} UNION ALL ${PAID_CARTS}) b WHERE reason IS NOT NULL ORDER BY display_id`,
    keys
  )
  const found = new Map(open.map((row) => [row.id, { ...row, reason: row.reason ?? "open" }]))
  for (const { sql } of registeredBlocks()) {
    const rows = await registered<BlockedOrder>(
      connection,
      `SELECT b.order_id AS id, o.display_id, b.reason FROM (${sql}) b JOIN "order" o ON o.id = b.order_id`,
      keys
    )
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row)
  }
  return [...found.values()]
}

const findCovered = async (connection: Connection, keys: SubjectKeys): Promise<Set<string>> => {
  const covered = new Set<string>()
  for (const { sql } of registeredCoverage()) {
    const rows = await registered<{ order_id: string }>(connection, sql, keys)
    for (const { order_id } of rows) covered.add(order_id)
  }
  return covered
}

/**
 * Orders that no document stands for (made before the plugin, or invoiced elsewhere) and that were a sale:
 * bookkeeping needs their buyer until a day. Without payment, delivery or closing there was no sale yet.
 */
export const findKeptOrders = async (
  connection: Connection,
  keys: SubjectKeys,
  { financialYearStartsIn, now }: { financialYearStartsIn: number; now: Date }
): Promise<KeptOrder[]> => {
  const covered = await findCovered(connection, keys)
  const sales = await registered<{ id: string; display_id: number; last_event_at: Date }>(
    connection,
    `SELECT o.id, o.display_id, greatest(o.created_at, max(x.created_at)) AS last_event_at
       FROM "order" o LEFT JOIN order_transaction x ON x.order_id = o.id
      WHERE o.id = ANY(:order) AND NOT coalesce(o.is_draft_order, false) AND o.status <> 'draft'
      GROUP BY o.id HAVING count(x.id) > 0 OR o.status IN ('completed', 'archived')
        OR EXISTS (SELECT 1 FROM order_item i WHERE i.order_id = o.id AND i.version = o.version AND greatest(i.shipped_quantity, i.delivered_quantity) > 0)`,
    keys
  )
  const today = copenhagenDay(now)
  return sales
    .filter(({ id }) => !covered.has(id))
    .map((order) => ({
      order_id: order.id,
      display_id: order.display_id,
      keep_through: keepThrough(copenhagenDay(order.last_event_at), financialYearStartsIn),
      law: BOOKKEEPING_LAW,
      reason: "no_invoice",
    }))
    .filter((order) => order.keep_through >= today)
}

/** Addresses that name the buyer of kept orders: the billing address, or the only one there is. */
export const keptAddresses = async (
  connection: Connection,
  orders: readonly KeptOrder[]
): Promise<string[]> => {
  const rows = await selectRows<{ id: string | null }>(
    connection,
    `SELECT coalesce(billing_address_id, shipping_address_id) AS id FROM "order" WHERE id = ANY(?)`,
    [orders.map(({ order_id }) => order_id)]
  )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** Documents of the person's orders that a law keeps, as the domains that seal them tell. */
export const findKeptDocuments = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<KeptDocument[]> => {
  const found: KeptDocument[] = []
  for (const { sql } of registeredDocuments()) {
    found.push(...(await registered<KeptDocument>(connection, sql, keys)))
  }
  return found
}
