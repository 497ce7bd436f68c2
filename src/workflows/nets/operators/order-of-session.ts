import type { AdminNetsOrder } from "../../../types/http"

/** Joins the order that a payment session led to as `led_to`: by its cart, or by a collection of the order's own. */
export const joinOrder = (sessionColumn: string): string => `LEFT JOIN LATERAL (
  SELECT placed.id AS order_id, placed.display_id FROM payment_session s
  LEFT JOIN cart_payment_collection cp
    ON cp.payment_collection_id = s.payment_collection_id AND cp.deleted_at IS NULL
  LEFT JOIN order_cart oc ON oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL
  LEFT JOIN order_payment_collection op
    ON op.payment_collection_id = s.payment_collection_id AND op.deleted_at IS NULL
  JOIN "order" placed ON placed.id = COALESCE(oc.order_id, op.order_id)
  WHERE s.id = ${sessionColumn} LIMIT 1) led_to ON true`

/** The sessions of an order; its id is bound twice. */
export const SESSIONS_OF_ORDER = `SELECT s.id FROM payment_session s WHERE s.payment_collection_id IN (
    SELECT payment_collection_id FROM order_payment_collection
    WHERE order_id = ? AND deleted_at IS NULL
    UNION
    SELECT cp.payment_collection_id FROM order_cart oc
    JOIN cart_payment_collection cp ON cp.cart_id = oc.cart_id AND cp.deleted_at IS NULL
    WHERE oc.order_id = ? AND oc.deleted_at IS NULL)`

export type LedTo = { order_id: string | null; display_id: number | null }

export const orderOf = ({ order_id: id, display_id: number }: LedTo): AdminNetsOrder | null =>
  id === null || number === null ? null : { id, display_id: number }
