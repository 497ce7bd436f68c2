import type { Knex } from "../../../shared/postgres"

const PAYMENT = `UPDATE payment p SET captured_at = now(), updated_at = now()
  WHERE p.id = ? AND p.captured_at IS NULL AND p.canceled_at IS NULL AND p.amount <=
    (SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL)`

const COLLECTION = `UPDATE payment_collection c SET updated_at = now(),
    captured_amount = t.captured, raw_captured_amount = jsonb_build_object('value', t.captured::text, 'precision', 20),
    refunded_amount = t.refunded, raw_refunded_amount = jsonb_build_object('value', t.refunded::text, 'precision', 20),
    status = CASE WHEN t.captured >= c.amount THEN 'completed' ELSE c.status END,
    completed_at = CASE WHEN t.captured >= c.amount THEN COALESCE(c.completed_at, now()) ELSE c.completed_at END
  FROM (SELECT p.payment_collection_id AS id,
      COALESCE(sum((SELECT sum(k.amount) FROM capture k WHERE k.payment_id = p.id AND k.deleted_at IS NULL)), 0) AS captured,
      COALESCE(sum((SELECT sum(r.amount) FROM refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL)), 0) AS refunded
    FROM payment p
    WHERE p.deleted_at IS NULL AND p.payment_collection_id = (SELECT payment_collection_id FROM payment WHERE id = ?)
    GROUP BY p.payment_collection_id) t
  WHERE c.id = t.id`

/** Writes what Medusa derives from the captures and refunds of a payment: when it was captured, its collection's totals. */
export const sumUp = async (
  connection: Knex | Knex.Transaction,
  medusaPayment: string
): Promise<void> => {
  await connection.raw(PAYMENT, [medusaPayment])
  await connection.raw(COLLECTION, [medusaPayment])
}
