import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** Reads of a payment per hour that checks may use; Nets answers thirty, and staff and shopper need some. */
const READS_FOR_CHECKS = 20

/**
 * Plans the next look at a payment.
 *
 * @param wait milliseconds; null when nothing is expected any more
 */
export const planNextCheck = async (
  connection: Knex,
  sessionId: string,
  wait: number | null
): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET failures = 0, updated_at = now(),
      closed_at = CASE WHEN ?::bigint IS NULL THEN COALESCE(closed_at, now()) END,
      next_check_at = now() + make_interval(secs => COALESCE(?::bigint, 0) / 1000.0)
    WHERE session_id = ?`
  await connection.raw(sql, [wait, wait, sessionId])
}

/**
 * Plans the next look after one that failed: later with each failure, at least as late as Nets asked for.
 *
 * @param retryAfter seconds Nets asked for
 */
export const planAfterFailure = async (
  connection: Knex,
  sessionId: string,
  retryAfter = 0
): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET failures = failures + 1, updated_at = now(),
      next_check_at = now() + make_interval(secs => GREATEST(?::int, LEAST(21600, 150 * power(2, LEAST(failures, 10)))))
    WHERE session_id = ?`
  await connection.raw(sql, [retryAfter, sessionId])
}

/** Reads of this hour that are left for checks; a look that finds none left is put off until there are. */
export const readsLeft = async (connection: Knex, sessionId: string): Promise<number> => {
  const sql = `SELECT CASE WHEN reads_since > now() - interval '1 hour' THEN reads ELSE 0 END AS reads
    FROM dk_nets_payment WHERE session_id = ?`
  const [row] = await selectRows<{ reads: number }>(connection, sql, [sessionId])
  return READS_FOR_CHECKS - (row?.reads ?? 0)
}

/** Puts a look off until the hour of its reads is over. */
export const waitForReads = async (connection: Knex, sessionId: string): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET next_check_at = reads_since + interval '1 hour', updated_at = now()
    WHERE session_id = ?`
  await connection.raw(sql, [sessionId])
}
