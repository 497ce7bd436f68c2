import type { AdminNetsOrder } from "../../../types/http"

/**
 * Joins the order that a payment led to as `led_to`: its cart's, or one the collection belongs to. The collection
 * is written down with the payment, so the order is found when Medusa has dropped the session.
 *
 * @param collection an expression that gives the id of the payment collection
 */
export const joinOrder = (collection: string): string => `LEFT JOIN LATERAL (
  SELECT placed.id AS order_id, placed.display_id FROM "order" placed
  WHERE placed.id = COALESCE(
    (SELECT oc.order_id FROM cart_payment_collection cp
      JOIN order_cart oc ON oc.cart_id = cp.cart_id AND oc.deleted_at IS NULL
      WHERE cp.payment_collection_id = ${collection} AND cp.deleted_at IS NULL LIMIT 1),
    (SELECT op.order_id FROM order_payment_collection op
      WHERE op.payment_collection_id = ${collection} AND op.deleted_at IS NULL LIMIT 1))
  ) led_to ON true`

/** The payment collections of an order; its id is bound twice. */
export const COLLECTIONS_OF_ORDER = `SELECT payment_collection_id FROM order_payment_collection
    WHERE order_id = ? AND deleted_at IS NULL
  UNION
  SELECT cp.payment_collection_id FROM order_cart oc
  JOIN cart_payment_collection cp ON cp.cart_id = oc.cart_id AND cp.deleted_at IS NULL
  WHERE oc.order_id = ? AND oc.deleted_at IS NULL`

export type LedTo = { order_id: string | null; display_id: number | null }

export const orderOf = ({ order_id: id, display_id: number }: LedTo): AdminNetsOrder | null =>
  id === null || number === null ? null : { id, display_id: number }
