import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { refundedOrPending, stillReserved } from "./domain/payment-state"
import type { NetsPayment } from "./domain/payment-state"
import type { SessionReference } from "./domain/session-data"

const SQL = `INSERT INTO dk_nets_payment AS seen (id, session_id, payment_collection_id, payment_id, account, currency_code,
    amount, reserved, charged, refunded, cancelled, payment_type, payment_method, charges, refunds,
    terminated, expires_at, reserved_at, checked_at, reads, reads_since, next_check_at)
  VALUES (:id, :session_id, (SELECT payment_collection_id FROM payment_session WHERE id = :session_id), :payment_id, :account, :currency_code,
    :amount, :reserved, :charged, :refunded, :cancelled, :payment_type, :payment_method, :charges, :refunds,
    :terminated, :expires_at, CASE WHEN :holds THEN now() END, now(), :reads, now(), now() + interval '5 minutes')
  ON CONFLICT (session_id) DO UPDATE SET
    payment_collection_id = COALESCE(seen.payment_collection_id, EXCLUDED.payment_collection_id),
    payment_id = EXCLUDED.payment_id, account = EXCLUDED.account, currency_code = COALESCE(NULLIF(EXCLUDED.currency_code, ''), seen.currency_code),
    amount = EXCLUDED.amount, reserved = EXCLUDED.reserved, charged = EXCLUDED.charged,
    refunded = EXCLUDED.refunded, cancelled = EXCLUDED.cancelled,
    payment_type = COALESCE(EXCLUDED.payment_type, seen.payment_type),
    payment_method = COALESCE(EXCLUDED.payment_method, seen.payment_method),
    charges = EXCLUDED.charges, refunds = EXCLUDED.refunds, terminated = EXCLUDED.terminated,
    expires_at = COALESCE(EXCLUDED.expires_at, seen.expires_at),
    reserved_at = CASE WHEN :holds THEN COALESCE(seen.reserved_at, now()) END,
    checked_at = now(), failures = 0, updated_at = now(),
    reads = CASE WHEN seen.reads_since > now() - interval '1 hour' THEN seen.reads ELSE 0 END + :reads,
    reads_since = CASE WHEN seen.reads_since > now() - interval '1 hour' THEN seen.reads_since ELSE now() END,
    closed_at = CASE WHEN :changed THEN NULL ELSE seen.closed_at END,
    next_check_at = CASE WHEN :changed AND seen.closed_at IS NOT NULL THEN now() ELSE seen.next_check_at END`

/** Whether what is new differs from what the row holds: a closed payment then opens again. */
const CHANGED = `(seen.reserved, seen.charged, seen.refunded, seen.cancelled, seen.refunds)
  IS DISTINCT FROM (EXCLUDED.reserved, EXCLUDED.charged, EXCLUDED.refunded, EXCLUDED.cancelled, EXCLUDED.refunds)`

/**
 * Writes down a payment as it was just seen at Nets: the one way into `dk_nets_payment`, used by provider,
 * inbox and sweep alike. Only ids, totals and states are kept. Does nothing for a payment without a session.
 *
 * @param reads how often Nets was read since the last record of this payment; counts towards its hourly budget
 */
export const recordSeen = async (
  connection: Knex | Knex.Transaction,
  reference: SessionReference,
  payment: NetsPayment,
  reads = 1
): Promise<void> => {
  const { session_id: sessionId, payment_id: paymentId = payment.payment_id, account } = reference
  if (sessionId === undefined || paymentId === undefined) return
  await connection.raw(SQL.replaceAll(":changed", CHANGED), {
    id: generateEntityId(undefined, "dknetspay"),
    session_id: sessionId,
    payment_id: paymentId,
    account,
    currency_code: (payment.currency ?? "").toLowerCase(),
    amount: payment.amount ?? 0,
    reserved: payment.reserved,
    charged: payment.charged,
    refunded: refundedOrPending(payment),
    cancelled: payment.cancelled,
    payment_type: payment.payment_type ?? null,
    payment_method: payment.payment_method ?? null,
    charges: JSON.stringify(
      payment.charges.map(({ charge_id, amount }) => ({ charge_id, amount }))
    ),
    refunds: JSON.stringify(
      payment.refunds.map(({ refund_id, amount, state }) => ({ refund_id, amount, state }))
    ),
    terminated: payment.terminated,
    expires_at: payment.expires_at ?? null,
    holds: stillReserved(payment) > 0,
    reads,
  })
}

/** SQL over the table as `n`: money was last seen held, as `holdsMoney` says of a payment. */
export const HELD_AS_SEEN = "(n.reserved - n.cancelled - n.charged > 0 OR n.charged > n.refunded)"

/**
 * Writes down that a session has a payment at Nets, before anything of it was read, so that the sweep knows it
 * from its first minute. Amounts are minor units.
 */
export const recordOpened = async (
  connection: Knex,
  opened: {
    session_id: string
    payment_id: string
    account: string
    environment: string
    amount: number
    currency: string
    auto_charge: boolean
    expires_at?: string
  }
): Promise<void> => {
  const sql = `INSERT INTO dk_nets_payment
      (id, session_id, payment_collection_id, payment_id, account, environment, amount, currency_code,
        auto_charge, expires_at, next_check_at)
    VALUES (:id, :session_id, (SELECT payment_collection_id FROM payment_session WHERE id = :session_id),
      :payment_id, :account, :environment, :amount, :currency, :auto_charge, :expires_at, now() + interval '10 minutes')
    ON CONFLICT (session_id) DO NOTHING`
  await connection.raw(sql, {
    ...opened,
    id: generateEntityId(undefined, "dknetspay"),
    currency: opened.currency.toLowerCase(),
    expires_at: opened.expires_at ?? null,
  })
}

/**
 * Writes down that the shop is about to release or give back the money of a session. From then on the session
 * is not authorised, and the release is not taken for somebody else's.
 */
export const recordRelease = async (connection: Knex, sessionId: string): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET release_asked_at = COALESCE(release_asked_at, now()), updated_at = now()
    WHERE session_id = ?`
  await connection.raw(sql, [sessionId])
}

export const isReleased = async (connection: Knex, sessionId: string): Promise<boolean> => {
  const sql = `SELECT 1 FROM dk_nets_payment WHERE session_id = ? AND release_asked_at IS NOT NULL`
  return (await selectRows(connection, sql, [sessionId])).length > 0
}
