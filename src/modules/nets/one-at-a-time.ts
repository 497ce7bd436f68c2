import { setTimeout as pause } from "node:timers/promises"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

const PATIENCE_MS = 10_000
const ASK_AGAIN_MS = 200

/** Longer than what follows a look takes; a killed server frees the payment by it. */
const LEASE_SECONDS = 120

const claim = async (connection: Knex, sessionId: string): Promise<boolean> => {
  const sql = `UPDATE dk_nets_payment SET working_until = now() + make_interval(secs => ?)
    WHERE session_id = ? AND (working_until IS NULL OR working_until < now()) RETURNING id`
  return (await selectRows(connection, sql, [LEASE_SECONDS, sessionId])).length > 0
}

/** True when nobody works on the payment any more, so that the caller has to try again itself. */
const isLeft = async (connection: Knex, sessionId: string): Promise<boolean> => {
  const sql = `UPDATE dk_nets_payment SET look_again = true WHERE session_id = ? AND working_until >= now() RETURNING id`
  return (await selectRows(connection, sql, [sessionId])).length === 0
}

const release = async (connection: Knex, sessionId: string): Promise<void> => {
  const sql = `UPDATE dk_nets_payment SET working_until = NULL, look_again = false,
      next_check_at = CASE WHEN look_again THEN now() ELSE next_check_at END,
      closed_at = CASE WHEN look_again THEN NULL ELSE closed_at END
    WHERE session_id = ?`
  await connection.raw(sql, [sessionId])
}

/**
 * Runs `work` for a payment unless a server does so already: two that book the same difference at once would confuse
 * Medusa's totals. Whoever comes meanwhile makes the next look come at once. It is a lease in the payment's row, not an
 * open transaction, so no connection is held.
 */
export const oneAtATime = async (
  connection: Knex,
  sessionId: string,
  work: () => Promise<void>
): Promise<void> => {
  if (!(await claim(connection, sessionId))) {
    if (!(await isLeft(connection, sessionId)) || !(await claim(connection, sessionId))) return
  }
  try {
    await work()
  } finally {
    await release(connection, sessionId)
  }
}

/** Waits until nobody works on a payment, ten seconds at most: what is read then is not half done. */
export const untilDone = async (connection: Knex, sessionId: string): Promise<void> => {
  const sql = `SELECT 1 FROM dk_nets_payment WHERE session_id = ? AND working_until >= now()`
  const end = Date.now() + PATIENCE_MS
  while (Date.now() < end && (await selectRows(connection, sql, [sessionId])).length > 0) {
    await pause(ASK_AGAIN_MS)
  }
}
