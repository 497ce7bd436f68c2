import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { ERASURE_LOCK, findStop } from "../personal-data"

const AT_ONCE = 1_000

const KEPT = `(now() AT TIME ZONE 'Europe/Copenhagen')::date`

/**
 * Events two years after the last event or use of their person, purpose and channel. An objection is kept for as long as
 * anybody knows whose it is. The table's own guard says the same and would refuse any other.
 */
const OLD_EVENTS = `
  WITH old AS (
    SELECT e.subject_key, e.purpose, e.channel FROM dk_consent_event e
    WHERE e.state <> 'objected' OR NOT EXISTS (SELECT 1 FROM dk_consent_subject s WHERE s.id = e.subject_key)
    GROUP BY e.subject_key, e.purpose, e.channel
    HAVING (GREATEST(max(e.occurred_at), (
        SELECT max(u.used_at) FROM dk_consent_use u
        WHERE u.subject_key = e.subject_key AND u.purpose = e.purpose AND u.channel = e.channel
      )) AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years' < ${KEPT}
    LIMIT ${AT_ONCE.toString()})
  DELETE FROM dk_consent_event d USING old
  WHERE d.subject_key = old.subject_key AND d.purpose = old.purpose AND d.channel IS NOT DISTINCT FROM old.channel
  RETURNING d.id`

/** Uses two years after, when no event of theirs is left that they prove to be needed. */
const OLD_USES = `
  DELETE FROM dk_consent_use d WHERE d.id IN (
    SELECT u.id FROM dk_consent_use u
    WHERE (u.used_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '2 years' < ${KEPT}
    LIMIT ${AT_ONCE.toString()})
  RETURNING d.id`

const UNUSED = `
  NOT EXISTS (SELECT 1 FROM dk_consent_event e WHERE e.subject_key = s.id)
  AND NOT EXISTS (SELECT 1 FROM dk_consent_use u WHERE u.subject_key = s.id)`

const LOCK_SUBJECTS = `
  SELECT s.id FROM dk_consent_subject s WHERE s.created_at < now() - interval '1 day' AND ${UNUSED}
  LIMIT ${AT_ONCE.toString()} FOR UPDATE SKIP LOCKED`

/** Looked at again now that nobody else holds them. */
const DROP_SUBJECTS = `DELETE FROM dk_consent_subject s WHERE s.id = ANY(?) AND ${UNUSED} RETURNING s.id`

type Step = (transaction: Knex.Transaction) => Promise<number>

const removing =
  (sql: string): Step =>
  async (transaction) =>
    (await selectRows(transaction, sql)).length

const dropSubjects: Step = async (transaction) => {
  const rows = await selectRows<{ id: string }>(transaction, LOCK_SUBJECTS)
  const ids = rows.map(({ id }) => id)
  return (await selectRows(transaction, DROP_SUBJECTS, [ids])).length
}

/**
 * Repeats until nothing was left to do; each time is a transaction of its own, so that a killed one is gone on with, in
 * turn with stops of all erasing.
 */
const untilDone = async (connection: Knex, step: Step): Promise<number> => {
  let all = 0
  for (;;) {
    const done = await withLock(connection, ERASURE_LOCK, async (transaction) =>
      (await findStop(transaction, new Date())) ? 0 : step(transaction)
    )
    all += done
    if (done === 0) return all
  }
}

/**
 * Erases proof whose time is over, and then the keys that stand for nothing any more; nothing while a stop is in force.
 * Decides from the tables alone, so it may run twice, at once and be killed.
 *
 * @returns how many events, uses and keys went
 */
export const eraseOldProof = async (
  connection: Knex
): Promise<{ events: number; uses: number; subjects: number }> => ({
  events: await untilDone(connection, removing(OLD_EVENTS)),
  uses: await untilDone(connection, removing(OLD_USES)),
  subjects: await untilDone(connection, dropSubjects),
})
