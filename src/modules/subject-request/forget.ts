import { copenhagenDay } from "../../rules"
import { forgetMails } from "../../shared/mail-once"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { findHeldPeople } from "../personal-data"
import { letterMailKey } from "./letters"

const BATCH = 200

const ENDED_ON = `(r.ended_at AT TIME ZONE 'Europe/Copenhagen')::date`

/** The day of its last letter, or of its end. */
const LAST_TOLD_ON = `greatest(${ENDED_ON}, (SELECT max((l.sent_at AT TIME ZONE 'Europe/Copenhagen')::date)
  FROM dk_subject_request_letter l WHERE l.request_id = r.id))`

/** The last day on which it is known whose request it was. */
export const PERSON_DUE = `(${LAST_TOLD_ON} + 30)`

/** A letter that has not left, by mail or by hand, needs to know to whom and why (GDPR Art. 12(4)). */
const IS_TOLD = `NOT EXISTS (SELECT 1 FROM dk_subject_request_letter l WHERE l.request_id = r.id AND l.state <> 'sent')`

/** The last day of the case: a claim about it lapses after three years (forældelsesloven § 3). */
export const CASE_DUE = `(${ENDED_ON} + interval '3 years')::date`

/** Until when requests that ended are kept, for the overview of what is held. */
export const dueRequests = (due: string, condition: string): string => `
  SELECT ${due} AS due_on, count(*) AS count FROM dk_subject_request r
   WHERE r.ended_at IS NOT NULL AND ${condition} GROUP BY 1`

/** Of a person who is held, as in a dispute, nothing is forgotten. */
const claim = async (
  transaction: Knex.Transaction,
  due: string,
  { condition, now }: { condition: string; now: Date }
): Promise<string[]> => {
  const held = await findHeldPeople(transaction, now)
  const rows = await selectRows<{ id: string }>(
    transaction,
    `SELECT r.id FROM dk_subject_request r
      WHERE r.ended_at IS NOT NULL AND ${due} < :today::date AND ${condition}
        AND (r.customer_id = ANY(:customer) OR r.subject_customer_id = ANY(:customer)
          OR lower(r.email) = ANY(:email) OR lower(r.subject_email) = ANY(:email)) IS NOT TRUE
      ORDER BY r.ended_at LIMIT :batch FOR UPDATE SKIP LOCKED`,
    {
      ...{ today: copenhagenDay(now), batch: BATCH },
      ...{ customer: [...held.customer], email: [...held.email] },
    }
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

/** Medusa's own notes of the letters hold the address too. */
const forgetLetterMails = async (
  transaction: Knex.Transaction,
  requestIds: readonly string[]
): Promise<void> => {
  const letters = await selectRows<{ id: string }>(
    transaction,
    "SELECT id FROM dk_subject_request_letter WHERE request_id = ANY(?)",
    [[...requestIds]]
  )
  await forgetMails(
    transaction,
    letters.map(({ id }) => letterMailKey(id))
  )
}

/**
 * Empties whose requests they were and what was written about them, thirty days after they ended and their last letter left.
 * What, when and how it ended stays. One batch; to be called until it gives 0.
 */
export const forgetPeople = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const ids = await claim(transaction, PERSON_DUE, {
      condition: `r.forgotten_at IS NULL AND ${IS_TOLD}`,
      now,
    })
    await forgetLetterMails(transaction, ids)
    await deleteOf(
      transaction,
      ["dk_subject_request_reason", "dk_subject_request_link", "dk_subject_request_code"],
      ids
    )
    await transaction.raw(
      `UPDATE dk_subject_request SET email = NULL, subject_email = NULL, name = NULL, message = NULL, representative_name = NULL,
          authority_seen = NULL, customer_id = NULL, subject_customer_id = NULL, selection_id = NULL, confirmed_order_ids = '{}',
          forgotten_at = now(), updated_at = now() WHERE id = ANY(?)`,
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

/** The last day on which it is known that a recipient was told of an order: as long as a claim about it lasts. */
const TOLD_DUE = `((t.created_at AT TIME ZONE 'Europe/Copenhagen')::date + interval '3 years')::date`

/** Until when it is kept that recipients were told, for the overview of what is held. */
export const DUE_TASKS = `SELECT ${TOLD_DUE} AS due_on, count(*) AS count FROM dk_subject_request_recipient_task t GROUP BY 1`

/** Removes tasks of recipients after three years. One batch; to be called until it gives 0. */
export const removeTasks = async (connection: Knex, now: Date): Promise<number> => {
  const rows = await selectRows(
    connection,
    `DELETE FROM dk_subject_request_recipient_task WHERE id IN (
       SELECT t.id FROM dk_subject_request_recipient_task t WHERE ${TOLD_DUE} < ?::date
        ORDER BY t.created_at LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING id`,
    [copenhagenDay(now), BATCH]
  )
  return rows.length
}
