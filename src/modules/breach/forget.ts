import { copenhagenDay } from "../../rules"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { findHeldPeople } from "../personal-data"

const BATCH = 200

const dayOf = (column: string): string => `(${column} AT TIME ZONE 'Europe/Copenhagen')::date`

/**
 * The last day of a report: three months after it was decided, and not before the case it led to is closed; null until both
 * are known.
 */
const TIP_DUE = `(CASE WHEN b.id IS NOT NULL AND b.closed_at IS NULL THEN NULL
  ELSE greatest((${dayOf("t.decided_at")} + interval '3 months')::date, ${dayOf("b.closed_at")}) END)`

const TIPS = `dk_breach_tip t LEFT JOIN dk_breach b ON b.id = t.breach_id`

/**
 * The last day of a case, of who was affected and of how they were told: a breach of the law lapses after five years
 * (databeskyttelsesloven § 41, stk. 7). The guard of the timeline says the
 * same, from the same line.
 */
const CASE_DUE = `(SELECT CASE WHEN e.type = 'closed' THEN (${dayOf("e.occurred_at")} + interval '5 years')::date END
  FROM dk_breach_event e WHERE e.breach_id = b.id AND e.type IN ('closed', 'reopened')
  ORDER BY e.position DESC LIMIT 1)`

/** Until when reports are kept, null while that is open, for the overview of what is held. */
export const DUE_TIPS = `SELECT ${TIP_DUE} AS due_on, count(*) AS count FROM ${TIPS} GROUP BY 1`

/** The same of cases. */
export const DUE_CASES = `SELECT ${CASE_DUE} AS due_on, count(*) AS count FROM dk_breach b GROUP BY 1`

/** Removes reports that are past their day; of a person who is held, as in a dispute, none. One batch; to be called until it gives 0. */
export const removeTips = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const held = await findHeldPeople(transaction, now)
    const rows = await selectRows(
      transaction,
      `DELETE FROM dk_breach_tip WHERE id IN (
         SELECT t.id FROM ${TIPS} WHERE ${TIP_DUE} < :today::date
           AND (t.customer_id = ANY(:customer) OR lower(t.tipster_email) = ANY(:email)) IS NOT TRUE
         ORDER BY t.decided_at LIMIT :batch FOR UPDATE OF t SKIP LOCKED) RETURNING id`,
      {
        ...{ today: copenhagenDay(now), batch: BATCH },
        ...{ customer: [...held.customer], email: [...held.email] },
      }
    )
    return rows.length
  })

/** Somebody affected who is held may need what the shop did. */
const IS_HELD = `EXISTS (SELECT 1 FROM dk_breach_person p LEFT JOIN "order" o ON o.id = p.order_id
  WHERE p.breach_id = b.id
    AND (p.customer_id = ANY(:customer) OR o.customer_id = ANY(:customer) OR lower(o.email) = ANY(:email)))`

/**
 * Removes who was on the list of a drill, and what would have been sent, the night after it was closed: it proves nothing about
 * them. How many they were stands on the timeline. One batch; to be called until it gives 0.
 */
export const removeDrilled = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const rows = await selectRows<{ id: string }>(
      transaction,
      `SELECT b.id FROM dk_breach b WHERE b.is_drill AND ${dayOf("b.closed_at")} < ?::date
          AND EXISTS (SELECT 1 FROM dk_breach_person p WHERE p.breach_id = b.id)
        ORDER BY b.closed_at LIMIT ? FOR UPDATE OF b SKIP LOCKED`,
      [copenhagenDay(now), BATCH]
    )
    const ids = rows.map(({ id }) => id)
    for (const table of ["dk_breach_notice", "dk_breach_person"]) {
      await transaction.raw("DELETE FROM ?? WHERE breach_id = ANY(?)", [table, ids])
    }
    return ids.length
  })

/** The guard of the timeline reads in it when the case was closed last, so the line that says so goes after the others. */
const OTHER_LINES = `DELETE FROM dk_breach_event l WHERE l.breach_id = ANY(?) AND l.position IS DISTINCT FROM (
  SELECT max(e.position) FROM dk_breach_event e WHERE e.breach_id = l.breach_id AND e.type = 'closed')`

/** Removes whole cases, drills too, that are past their day. One batch; to be called until it gives 0. */
export const removeCases = (connection: Knex, now: Date): Promise<number> =>
  connection.transaction(async (transaction) => {
    const held = await findHeldPeople(transaction, now)
    const rows = await selectRows<{ id: string }>(
      transaction,
      `SELECT b.id FROM dk_breach b WHERE ${CASE_DUE} < :today::date AND NOT ${IS_HELD}
        ORDER BY b.closed_at, b.id LIMIT :batch FOR UPDATE OF b SKIP LOCKED`,
      {
        ...{ today: copenhagenDay(now), batch: BATCH },
        ...{ customer: [...held.customer], email: [...held.email] },
      }
    )
    const ids = rows.map(({ id }) => id)
    for (const table of ["dk_breach_notice", "dk_breach_person"]) {
      await transaction.raw("DELETE FROM ?? WHERE breach_id = ANY(?)", [table, ids])
    }
    await transaction.raw(OTHER_LINES, [ids])
    await transaction.raw("DELETE FROM dk_breach_event WHERE breach_id = ANY(?)", [ids])
    await transaction.raw("DELETE FROM dk_breach WHERE id = ANY(?)", [ids])
    return ids.length
  })
