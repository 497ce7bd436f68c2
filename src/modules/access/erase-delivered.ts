import type { Knex } from "../../shared/postgres"
import { orderLock, selectRows, withLock } from "../../shared/postgres"
import { findOrdersAtRest } from "../personal-data"
import { IS_PROTECTED_ORDER } from "./protection"

const BATCH = 100

/** A parcel that nobody marks as delivered has arrived by then. */
const DAYS_ON_THE_WAY = 14

const PLACE = ["company", "address_1", "address_2", "city", "province", "postal_code", "phone"]

/** Something in an address `a` places the person; the country does not. */
const HOLDS = `(num_nonnulls(${[...PLACE, "metadata"].map((name) => `a.${name}`).join(", ")}) > 0)`

const EMPTY = [...PLACE, "metadata"].map((name) => `${name} = NULL`).join(", ")

const PARCELS = `order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id AND f.canceled_at IS NULL AND f.deleted_at IS NULL
  WHERE l.order_id = o.id AND l.deleted_at IS NULL`

/** Every parcel has arrived so long ago; an order without parcels has none to wait for and is left alone. */
const ARRIVED = `(SELECT max(coalesce(f.delivered_at, f.shipped_at + interval '${DAYS_ON_THE_WAY.toString()} days')) <= :before
    AND bool_and(f.delivered_at IS NOT NULL OR f.shipped_at IS NOT NULL) FROM ${PARCELS})`

const CHANGE_TYPES = (isCovered: string): string =>
  `(x.details->>'type' = 'shipping_address' OR (${isCovered} AND x.details->>'type' = 'billing_address'))
   AND (jsonb_typeof(x.details->'old') = 'object' OR jsonb_typeof(x.details->'new') = 'object')`

/** Some copy of the address is left; a billing address alone is looked at again until the order has its document. */
const IS_LEFT = `(EXISTS (SELECT 1 FROM order_address a WHERE a.id IN (o.shipping_address_id, o.billing_address_id) AND ${HOLDS})
  OR EXISTS (SELECT 1 FROM order_fulfillment l JOIN fulfillment f ON f.id = l.fulfillment_id JOIN fulfillment_address a ON a.id = f.delivery_address_id
              WHERE l.order_id = o.id AND ${HOLDS})
  OR EXISTS (SELECT 1 FROM order_cart l JOIN cart c ON c.id = l.cart_id JOIN cart_address a ON a.id IN (c.shipping_address_id, c.billing_address_id)
              WHERE l.order_id = o.id AND c.completed_at IS NOT NULL AND ${HOLDS})
  OR EXISTS (SELECT 1 FROM order_change_action x WHERE x.order_id = o.id AND ${CHANGE_TYPES("true")}))`

const DUE = `SELECT o.id FROM "order" o WHERE o.id > :after AND o.deleted_at IS NULL AND ${IS_PROTECTED_ORDER} AND ${ARRIVED} AND ${IS_LEFT}
  ORDER BY o.id LIMIT ${BATCH.toString()}`

/** Without a document of its own the order keeps its billing address, or the only address that names its buyer. */
const STATEMENTS = [
  `UPDATE order_address a SET ${EMPTY} FROM "order" o WHERE o.id = :id AND a.id IN (o.shipping_address_id, o.billing_address_id) AND ${HOLDS}
     AND (:covered OR a.id <> coalesce(o.billing_address_id, o.shipping_address_id))`,
  `UPDATE fulfillment_address a SET ${EMPTY} FROM fulfillment f JOIN order_fulfillment l ON l.fulfillment_id = f.id
    WHERE l.order_id = :id AND a.id = f.delivery_address_id AND ${HOLDS}`,
  `UPDATE fulfillment_label b SET label_url = '' FROM order_fulfillment l WHERE l.order_id = :id AND b.fulfillment_id = l.fulfillment_id AND b.label_url <> ''`,
  `UPDATE cart_address a SET ${EMPTY} FROM cart c JOIN order_cart l ON l.cart_id = c.id
    WHERE l.order_id = :id AND c.completed_at IS NOT NULL AND a.id IN (c.shipping_address_id, c.billing_address_id) AND ${HOLDS}`,
  // A changed address is a row of its own, which only the change still names.
  `UPDATE order_address a SET ${EMPTY} FROM order_change_action x JOIN "order" o ON o.id = x.order_id
    WHERE o.id = :id AND ${CHANGE_TYPES(":covered")} AND a.id IN (x.details->'old'->>'id', x.details->'new'->>'id') AND ${HOLDS}
      AND (:covered OR a.id <> coalesce(o.billing_address_id, o.shipping_address_id))`,
  // Admin reads both keys without asking whether they are there.
  `UPDATE order_change_action x SET details = x.details || '{"old": null, "new": null}' WHERE x.order_id = :id AND ${CHANGE_TYPES(":covered")}`,
]

const eraseOne = (connection: Knex, id: string, now: Date): Promise<void> =>
  withLock(connection, orderLock(id), async (transaction) => {
    const order = (await findOrdersAtRest(transaction, [id], now)).get(id)
    if (!order) return
    for (const sql of STATEMENTS) {
      await selectRows(transaction, sql, { id, covered: order.isCovered })
    }
  })

/**
 * Takes the address off orders of protected people whose parcels arrived `days` ago and for which nothing is under way:
 * of the order, its parcels, its cart and its changes. The country and the names stay, and so does the invoice. Each order is
 * one transaction, so it can be killed and run again.
 */
export const eraseDeliveredAddresses = async (
  connection: Knex,
  { days, now }: { days: number; now: Date }
): Promise<void> => {
  const before = new Date(now.getTime() - days * 86_400_000)
  let after = ""
  for (;;) {
    const due = await selectRows<{ id: string }>(connection, DUE, { after, before })
    for (const { id } of due) {
      await eraseOne(connection, id, now)
      after = id
    }
    if (due.length < BATCH) return
  }
}
