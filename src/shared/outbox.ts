import { selectRows } from "./postgres"
import type { Knex } from "./postgres"

/**
 * A table whose rows wait for an effect outside the database. It has the columns `id`, `outcome`, `attempts`,
 * `next_attempt_at`, `claimed_until`, `done_at` and `updated_at`, and one column whose equal values are worked
 * off by one server at a time.
 */
export type Outbox = { table: string; group: string }

const LEASE_SECONDS = 120
const FIRST_WAIT_SECONDS = 30
const LONGEST_WAIT_SECONDS = 3_600
const MAX_ATTEMPTS = 20

/**
 * Claims the waiting rows of a group for this process, or none when another one works on the group.
 * The claim is a lease, not an open transaction: no connection is held, and a killed process frees it in time.
 */
export const claimGroup = <Row>(
  connection: Knex,
  { table, group }: Outbox,
  value: string
): Promise<Row[]> =>
  connection.transaction(async (transaction) => {
    const key = `${table}:${value}`
    await transaction.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [key])
    const sql = `UPDATE ?? SET claimed_until = now() + make_interval(secs => ?), attempts = attempts + 1, updated_at = now()
      WHERE ?? = ? AND done_at IS NULL AND next_attempt_at <= now()
        AND NOT EXISTS (SELECT 1 FROM ?? WHERE ?? = ? AND done_at IS NULL AND claimed_until > now())
      RETURNING *`
    const bindings = [table, LEASE_SECONDS, group, value, table, group, value]
    return selectRows<Row>(transaction, sql, bindings)
  })

/** A claimed row: every claim counts `attempts` up, which tells one claim from the next. */
export type Claimed = { id: string; attempts: number }

/**
 * Holds on to a claimed row for another lease, right before its effect. While one row of a group is held nobody else claims
 * the group.
 *
 * @returns false when the row is done, or another claim took it after this one had run out: leave it alone
 */
export const keepClaim = async (
  connection: Knex,
  { table }: Outbox,
  { id, attempts }: Claimed
): Promise<boolean> => {
  const sql = `UPDATE ?? SET claimed_until = now() + make_interval(secs => ?), updated_at = now()
    WHERE id = ? AND attempts = ? AND done_at IS NULL RETURNING id`
  const kept = await selectRows(connection, sql, [table, LEASE_SECONDS, id, attempts])
  return kept.length > 0
}

/** Records what came of claimed rows; they are done. */
export const recordOutcome = async (
  connection: Knex,
  { table }: Outbox,
  ids: readonly string[],
  outcome: string
): Promise<void> => {
  const sql = `UPDATE ?? SET outcome = ?, done_at = now(), claimed_until = NULL, updated_at = now() WHERE id = ANY(?)`
  await connection.raw(sql, [table, outcome, [...ids]])
}

/**
 * Records that working on claimed rows failed; they come again after a growing wait, twenty times at most.
 *
 * @param reason a code without personal data
 */
export const recordFailure = async (
  connection: Knex,
  { table }: Outbox,
  ids: readonly string[],
  reason: string
): Promise<void> => {
  const sql = `UPDATE ?? SET outcome = ?, claimed_until = NULL, updated_at = now(),
      done_at = CASE WHEN attempts >= ? THEN now() END,
      next_attempt_at = now() + make_interval(secs => LEAST(?, ? * power(2, attempts - 1)))
    WHERE id = ANY(?)`
  const waits = [MAX_ATTEMPTS, LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS]
  await connection.raw(sql, [table, `failed: ${reason}`, ...waits, [...ids]])
}

/** Groups with rows that are due and not claimed, those that wait longest first. */
export const dueGroups = async (
  connection: Knex,
  { table, group }: Outbox,
  limit: number
): Promise<string[]> => {
  const sql = `SELECT ?? AS value FROM ??
    WHERE done_at IS NULL AND next_attempt_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
    GROUP BY ?? ORDER BY min(next_attempt_at) LIMIT ?`
  const rows = await selectRows<{ value: string }>(connection, sql, [group, table, group, limit])
  return rows.map(({ value }) => value)
}

/** Makes a row due at once, whether it failed or is done: for staff who asks for another try. */
export const requeue = async (connection: Knex, { table }: Outbox, id: string): Promise<void> => {
  const sql = `UPDATE ?? SET done_at = NULL, next_attempt_at = now(), updated_at = now() WHERE id = ?`
  await connection.raw(sql, [table, id])
}
