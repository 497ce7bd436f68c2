import type { Knex } from "../../../shared/postgres"
import { isSold } from "../domain/sold-cart"
import type { SubjectKeys } from "../domain/statements"
import { registeredBlocks } from "../registry"
import { coveredOrders, selectFor } from "./order-facts"
import type { BlockedOrder } from "./order-facts"

type Connection = Knex | Knex.Transaction

const RETURN_OPEN = `r.deleted_at IS NULL AND r.canceled_at IS NULL AND r.status IN ('open', 'requested', 'partially_received')`

const UNSHIPPED = `i.version = o.version AND i.deleted_at IS NULL AND m.requires_shipping
  AND i.quantity - i.written_off_quantity - i.return_received_quantity > greatest(i.shipped_quantity, i.delivered_quantity)`

/** A claim or exchange is open while it is being agreed, its goods are on the way back, or its new goods are not sent. */
const openCase = (word: "claim" | "exchange"): string => {
  const isNew = word === "claim" ? "AND n.is_additional_item" : ""
  return `LEFT JOIN LATERAL (SELECT k.id FROM order_${word} k WHERE k.order_id = o.id AND k.deleted_at IS NULL AND k.canceled_at IS NULL AND (
      EXISTS (SELECT 1 FROM order_change x WHERE x.${word}_id = k.id AND x.deleted_at IS NULL AND x.status IN ('pending', 'requested'))
      OR EXISTS (SELECT 1 FROM "return" r WHERE (r.${word}_id = k.id OR r.id = k.return_id) AND ${RETURN_OPEN})
      OR EXISTS (SELECT 1 FROM order_${word}_item n JOIN order_item i ON i.item_id = n.item_id AND i.order_id = o.id JOIN order_line_item m ON m.id = i.item_id
        WHERE n.${word}_id = k.id AND n.deleted_at IS NULL ${isNew} AND ${UNSHIPPED})) LIMIT 1) open_${word} ON true`
}

/**
 * Money or goods or a case still on the way. A finished order (completed, archived) needs no delivery any more; what
 * it still owes is waited for until the debt lapses after three years (forældelsesloven § 3, stk. 1). A goodwill
 * refund makes no debt, so what was ever paid counts.
 */
const OPEN_ORDERS = `
  SELECT o.id, o.display_id, CASE
      WHEN open_payment.id IS NOT NULL OR (owed.id IS NOT NULL AND is_running) THEN CASE WHEN sent.id IS NULL THEN 'uncaptured' ELSE 'unpaid_invoice' END
      WHEN open_claim.id IS NOT NULL THEN 'claim_open'
      WHEN open_exchange.id IS NOT NULL THEN 'exchange_open'
      WHEN is_running AND EXISTS (SELECT 1 FROM order_change x WHERE x.order_id = o.id AND x.change_type = 'edit' AND x.status = 'requested' AND x.deleted_at IS NULL) THEN 'edit_requested'
      WHEN is_running AND unshipped.id IS NOT NULL THEN 'unshipped'
      WHEN open_return.id IS NOT NULL THEN 'return_open'
      WHEN owed.id IS NOT NULL AND o.created_at > now() - interval '3 years' THEN CASE WHEN sent.id IS NULL THEN 'owed' ELSE 'unpaid_invoice' END
    END AS reason
    FROM "order" o
    CROSS JOIN LATERAL (SELECT o.status IN ('pending', 'requires_action') AS is_running) s
    LEFT JOIN LATERAL (SELECT p.id FROM order_payment_collection l JOIN payment p ON p.payment_collection_id = l.payment_collection_id
      WHERE l.order_id = o.id AND l.deleted_at IS NULL AND p.captured_at IS NULL AND p.canceled_at IS NULL AND p.deleted_at IS NULL LIMIT 1) open_payment ON true
    LEFT JOIN LATERAL (SELECT s.id FROM order_summary s WHERE s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
      AND least((s.totals->>'pending_difference')::numeric, (s.totals->>'current_order_total')::numeric
        - coalesce((SELECT sum(x.amount) FROM order_transaction x WHERE x.order_id = o.id AND x.amount > 0 AND x.deleted_at IS NULL), 0)) > 0.005 LIMIT 1) owed ON true
    LEFT JOIN LATERAL (SELECT i.id FROM order_item i WHERE i.order_id = o.id AND i.version = o.version AND i.deleted_at IS NULL
      AND greatest(i.shipped_quantity, i.delivered_quantity) > 0 LIMIT 1) sent ON true
    LEFT JOIN LATERAL (SELECT i.id FROM order_item i JOIN order_line_item m ON m.id = i.item_id WHERE i.order_id = o.id AND ${UNSHIPPED} LIMIT 1) unshipped ON true
    ${openCase("claim")}
    ${openCase("exchange")}
    LEFT JOIN LATERAL (SELECT r.id FROM "return" r WHERE r.order_id = o.id AND ${RETURN_OPEN} LIMIT 1) open_return ON true
   WHERE o.id = ANY(:order) AND o.status NOT IN ('canceled', 'draft') AND NOT coalesce(o.is_draft_order, false)`

const OPEN_CART = `c.id = ANY(:cart) AND c.completed_at IS NULL AND c.deleted_at IS NULL AND NOT ${isSold("c.id")}`

/** Carts whose money is reserved become an order at any moment. Where Medusa undid a purchase its session stays as it was, with a cancelled payment. */
const PAID_CARTS = `
  SELECT c.id, NULL::int AS display_id, 'payment_in_progress' AS reason FROM cart c
   WHERE ${OPEN_CART} AND EXISTS (SELECT 1 FROM cart_payment_collection l JOIN payment_session s ON s.payment_collection_id = l.payment_collection_id
       WHERE l.cart_id = c.id AND s.deleted_at IS NULL AND s.status IN ('authorized', 'captured')
         AND NOT EXISTS (SELECT 1 FROM payment p WHERE p.payment_session_id = s.id AND p.canceled_at IS NOT NULL))`

/** What invoiced it knows best whether an order is owed; the statement alone cannot. */
const named = (
  { id, display_id, reason }: { id: string; display_id: number | null; reason: string },
  covered: ReadonlySet<string>
): BlockedOrder[] => {
  if (covered.has(id) && ["uncaptured", "owed"].includes(reason)) {
    return [{ id, display_id, reason: "unpaid_invoice" }]
  }
  return reason === "owed" ? [] : [{ id, display_id, reason }]
}

/** Orders and carts that must wait, with the reason: owed, unshipped, in a case, or what a domain registered. */
export const findBlocked = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<BlockedOrder[]> => {
  const open = await selectFor<BlockedOrder>(
    connection,
    `SELECT * FROM (${OPEN_ORDERS} UNION ALL ${PAID_CARTS}) b WHERE reason IS NOT NULL ORDER BY display_id`,
    keys
  )
  const covered = await coveredOrders(connection, keys)
  const found = new Map(open.flatMap((row) => named(row, covered)).map((row) => [row.id, row]))
  for (const { sql } of registeredBlocks()) {
    const rows = await selectFor<BlockedOrder>(
      connection,
      `SELECT b.order_id AS id, o.display_id, b.reason FROM (${sql}) b JOIN "order" o ON o.id = b.order_id`,
      keys
    )
    for (const row of rows) if (!found.has(row.id)) found.set(row.id, row)
  }
  return [...found.values()]
}

/** The person's carts that could still be bought. */
export const openCarts = async (connection: Connection, keys: SubjectKeys): Promise<string[]> => {
  const rows = await selectFor<{ id: string }>(
    connection,
    `SELECT c.id FROM cart c WHERE ${OPEN_CART}`,
    keys
  )
  return rows.map(({ id }) => id)
}

/**
 * Carts that are being bought at this moment: Medusa has read them and is about to write the order. `busy` are those
 * whose lock somebody else holds; the rest is seen from the checkout's own record.
 */
export const findCheckouts = async (
  connection: Connection,
  keys: SubjectKeys,
  busy: readonly string[]
): Promise<BlockedOrder[]> => {
  const running = await selectFor<{ id: string }>(
    connection,
    `SELECT c.id FROM cart c WHERE ${OPEN_CART} AND EXISTS (SELECT 1 FROM workflow_execution w
       WHERE w.workflow_id = 'complete-cart' AND w.context->'data'->'payload'->>'id' = c.id AND w.deleted_at IS NULL
         AND w.state IN ('not_started', 'invoking', 'waiting_to_compensate', 'compensating') AND w.updated_at > now() - interval '1 hour')`,
    keys
  )
  const own = new Set(keys.cart)
  const ids = new Set([...busy.filter((id) => own.has(id)), ...running.map(({ id }) => id)])
  return [...ids].map((id) => ({ id, display_id: null, reason: "payment_in_progress" }))
}
