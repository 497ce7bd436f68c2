import { copenhagenDay } from "../../rules"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

const BATCH = 200

const ENDED_ON = `(r.ended_at AT TIME ZONE 'Europe/Copenhagen')::date`

/** The day of its last letter, or of its end. */
const LAST_TOLD_ON = `greatest(${ENDED_ON}, (SELECT max((l.sent_at AT TIME ZONE 'Europe/Copenhagen')::date)
  FROM dk_subject_request_letter l WHERE l.request_id = r.id))`

/** The last day on which it is known whose request it was. */
export const PERSON_DUE = `(${LAST_TOLD_ON} + 30)`

/** A letter that is still to be sent needs to know to whom. */
const IS_TOLD = `NOT EXISTS (SELECT 1 FROM dk_subject_request_letter l WHERE l.request_id = r.id AND l.state = 'waiting')`

/** The last day of the case: a claim about it lapses after three years (forældelsesloven § 3). */
export const CASE_DUE = `(${ENDED_ON} + interval '3 years')::date`

/** Until when requests that ended are kept, for the overview of what is held. */
export const dueRequests = (due: string, condition: string): string => `
  SELECT ${due} AS due_on, count(*) AS count FROM dk_subject_request r
   WHERE r.ended_at IS NOT NULL AND ${condition} GROUP BY 1`

const claim = async (
  transaction: Knex.Transaction,
  due: string,
  { condition, now }: { condition: string; now: Date }
): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    transaction,
    `SELECT r.id FROM dk_subject_request r
      WHERE r.ended_at IS NOT NULL AND ${due} < ?::date AND ${condition}
      ORDER BY r.ended_at LIMIT ? FOR UPDATE SKIP LOCKED`,
    [copenhagenDay(now), BATCH]
  )
  return rows.map(({ id }) => id)
}

const deleteOf = async (
  transaction: Knex.Transaction,
  tables: readonly string[],
  ids: readonly string[]
): Promise<void> => {
  for (const table of tables) {
    await transaction.raw("DELETE FROM ?? WHERE request_id = ANY(?)", [table, [...ids]])
  }
}

/**
 * Empties whose requests it were and what was written about them, thirty days after they ended. What, when and how it ended
 * stays. One batch; to be called until it gives 0.
 */
export const forgetPeople = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const ids = await claim(transaction, PERSON_DUE, {
      condition: `r.forgotten_at IS NULL AND ${IS_TOLD}`,
      now,
    })
    await deleteOf(
      transaction,
      ["dk_subject_request_reason", "dk_subject_request_link", "dk_subject_request_code"],
      ids
    )
    await transaction.raw(
      `UPDATE dk_subject_request SET email = NULL, name = NULL, message = NULL, representative_name = NULL,
          authority_seen = NULL, forgotten_at = now(), updated_at = now() WHERE id = ANY(?)`,
      [ids]
    )
    return ids.length
  })

/** Removes whole cases three years after they ended. One batch; to be called until it gives 0. */
export const removeCases = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const ids = await claim(transaction, CASE_DUE, { condition: "r.forgotten_at IS NOT NULL", now })
    // The guard of the timeline asks the request when it ended, so that goes last.
    await deleteOf(transaction, ["dk_subject_request_letter", "dk_subject_request_event"], ids)
    await transaction.raw("DELETE FROM dk_subject_request WHERE id = ANY(?)", [ids])
    return ids.length
  })
