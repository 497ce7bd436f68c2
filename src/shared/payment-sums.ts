import { CAPTURED_OF_COLLECTION, IS_CAPTURED, REFUNDED_OF_COLLECTION } from "./medusa-sums"
import { selectRows } from "./postgres"
import type { Knex } from "./postgres"

/** Captures and refunds this young may be under way: Medusa writes what belongs to them one after the other. */
export const MOVING_MS = 10 * 60 * 1000

const OF_PAYMENT = "c.id = (SELECT payment_collection_id FROM payment WHERE id = ?)"

const REFUNDS = `UPDATE payment_collection c SET updated_at = now(), refunded_amount = t.total,
    raw_refunded_amount = jsonb_build_object('value', t.total::text, 'precision', 20)
  FROM (SELECT c.id, ${REFUNDED_OF_COLLECTION} AS total FROM payment_collection c WHERE ${OF_PAYMENT}) t WHERE c.id = t.id`

/** Writes what the collection of a payment has given back. */
export const sumUpRefunds = async (
  transaction: Knex.Transaction,
  medusaPayment: string
): Promise<void> => {
  await transaction.raw(REFUNDS, [medusaPayment])
}

const PAYMENT = `UPDATE payment p SET updated_at = now(), captured_at = CASE WHEN ${IS_CAPTURED} THEN COALESCE(p.captured_at, now()) END
  WHERE p.id = ? AND p.canceled_at IS NULL`

const CAPTURES = `UPDATE payment_collection c SET updated_at = now(), captured_amount = t.total,
    raw_captured_amount = jsonb_build_object('value', t.total::text, 'precision', 20),
    status = CASE WHEN c.status = 'canceled' THEN c.status WHEN t.total >= c.amount THEN 'completed'
      WHEN c.status = 'completed' THEN 'authorized' ELSE c.status END,
    completed_at = CASE WHEN t.total >= c.amount THEN COALESCE(c.completed_at, now()) END
  FROM (SELECT c.id, ${CAPTURED_OF_COLLECTION} AS total FROM payment_collection c WHERE ${OF_PAYMENT}) t WHERE c.id = t.id`

const IN_FLIGHT = `SELECT 1 FROM payment p LEFT JOIN capture k ON k.payment_id = p.id LEFT JOIN refund r ON r.payment_id = p.id
  WHERE p.payment_collection_id = (SELECT payment_collection_id FROM payment WHERE id = ?)
    AND GREATEST(k.created_at, r.created_at) > now() - make_interval(secs => ?) LIMIT 1`

/**
 * Writes what Medusa derives from the captures and refunds of a payment: when it was captured, its collection's totals
 * and state. Leaves it to the next look while anything may be under way.
 *
 * @returns whether it was written
 */
export const sumUp = async (
  transaction: Knex.Transaction,
  medusaPayment: string
): Promise<boolean> => {
  // A capture or refund that begins now waits until this is written.
  await transaction.raw("SELECT 1 FROM payment WHERE id = ? FOR UPDATE", [medusaPayment])
  const moving = await selectRows(transaction, IN_FLIGHT, [medusaPayment, MOVING_MS / 1_000])
  if (moving.length > 0) return false
  await transaction.raw(PAYMENT, [medusaPayment])
  await transaction.raw(CAPTURES, [medusaPayment])
  await transaction.raw(REFUNDS, [medusaPayment])
  return true
}
