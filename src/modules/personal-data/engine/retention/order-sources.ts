import { HOLDS_DETAILS } from "../../tables/order-changes"
import { hasNone, holdsAddress, holdsEmail, isOnlyOf } from "./held"

const IS_KEPT = `dk_personal_data_restriction r WHERE r.order_id = o.id AND r.released_at IS NULL`

/** When the goods of a sale arrived, new goods of claims and exchanges too; of a parcel nobody saw arrive, when it was sent. */
const ARRIVED = `SELECT max(coalesce(f.delivered_at, f.shipped_at)) AS at
  FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
 WHERE l.order_id = o.id AND l.deleted_at IS NULL AND f.canceled_at IS NULL AND f.deleted_at IS NULL`

/** Orders that still name their buyer; without delivery their term runs from the order, or from its cancelling. */
export const ORDERS = `
  SELECT o.id, coalesce(arrived.at, greatest(o.created_at, o.canceled_at)) AS since
    FROM "order" o LEFT JOIN LATERAL (${ARRIVED}) arrived ON true
   WHERE o.customer_id IS NOT NULL OR ${holdsEmail("o")}
      OR (o.email IS NULL AND ${hasNone(IS_KEPT)} AND EXISTS (
        SELECT 1 FROM order_address a WHERE a.id IN (o.shipping_address_id, o.billing_address_id) AND ${holdsAddress("a")} AND ${isOnlyOf("order", "x.id = o.id")}))`

const noted = (word: "claim" | "exchange"): string =>
  `SELECT k.order_id, greatest(k.created_at, i.created_at) AS at
     FROM order_${word}_item i JOIN order_${word} k ON k.id = i.${word}_id WHERE i.note IS NOT NULL`

const PARCEL = "coalesce(f.delivered_at, f.shipped_at, f.created_at)"

const IS_ERASED = "o.customer_id IS NULL AND o.email LIKE 'erased+%@invalid.invalid'"

/** A company's address stays on its orders, and a kept order's until its day; but for that, none names anybody. */
const NAMED = `SELECT o.id AS order_id, a.created_at FROM "order" o
    JOIN order_address a ON a.id IN (o.shipping_address_id, o.billing_address_id)
   WHERE ${IS_ERASED} AND coalesce(a.first_name, a.last_name, a.phone) IS NOT NULL AND ${hasNone(IS_KEPT)} AND ${isOnlyOf("order", "x.id = o.id")}`

/** Where something may be written of an order whose buyer is erased: a return, a claim, a refund, a new parcel, a new address. */
const WRITTEN = [
  `SELECT k.order_id, greatest(k.created_at, i.created_at) AS at FROM return_item i JOIN "return" k ON k.id = i.return_id WHERE i.note IS NOT NULL`,
  noted("claim"),
  noted("exchange"),
  `SELECT l.order_id, n.created_at FROM refund n JOIN payment p ON p.id = n.payment_id
     JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id WHERE n.note IS NOT NULL`,
  `SELECT x.order_id, x.created_at FROM order_change x
    WHERE coalesce(x.description, x.internal_note, x.declined_reason) IS NOT NULL`,
  `SELECT x.order_id, x.created_at FROM order_change_action x WHERE x.internal_note IS NOT NULL`,
  `SELECT x.order_id, x.created_at FROM order_change_action x JOIN "order" o ON o.id = x.order_id WHERE ${IS_ERASED} AND ${HOLDS_DETAILS}`,
  NAMED,
  `SELECT l.order_id, ${PARCEL} FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
     JOIN fulfillment_address a ON a.id = f.delivery_address_id WHERE ${holdsAddress("a")}`,
  `SELECT l.order_id, ${PARCEL} FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id
     JOIN fulfillment_label b ON b.fulfillment_id = f.id WHERE b.tracking_number <> '' OR b.tracking_url <> ''`,
]

/** What was written of an order after its buyer was erased has a term of its own. */
export const LATER_NOTES = `
  SELECT o.id, max(w.at) AS since FROM (${WRITTEN.join(" UNION ALL ")}) w JOIN "order" o ON o.id = w.order_id
   WHERE ${IS_ERASED} GROUP BY o.id`
