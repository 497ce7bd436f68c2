import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { clockOf, planClockOf } from "./domain/clock"
import type { Limits } from "./domain/clock"
import { isPaused } from "./domain/machine"
import { foldTimeline, readTimelines } from "./timeline"

/** `is_planned`: answered, and the rest of it goes on by itself. */
export type OpenClock = { id: string; clock: Limits; is_paused: boolean; is_planned: boolean }

/**
 * The clocks of all requests that wait for an answer or for the rest of what is planned, as they stand: a pause that goes on
 * moves them every day.
 */
export const listOpenClocks = async (
  connection: Knex,
  controllerId: string,
  now: Date
): Promise<OpenClock[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM dk_subject_request
      WHERE controller_id = ? AND state IN ('received', 'identity_check', 'in_progress', 'planned') AND deleted_at IS NULL
      ORDER BY strict_on, id`,
    [controllerId]
  )
  const timelines = await readTimelines(
    connection,
    rows.map(({ id }) => id)
  )
  return rows.map(({ id }) => {
    const folded = foldTimeline(timelines.get(id) ?? [])
    const isPlanned = folded.state === "planned"
    const clock = isPlanned ? planClockOf(folded) : clockOf(folded, now)
    return { id, clock, is_paused: isPaused(folded), is_planned: isPlanned }
  })
}

/** Writes down the limits as they stand, for lists: while a clock stands still they move every day. */
export const noteLimits = async (connection: Knex, clocks: readonly OpenClock[]): Promise<void> => {
  await connection.raw(
    `UPDATE dk_subject_request r SET strict_on = x.strict_on, legal_on = x.legal_on
       FROM unnest(:ids::text[], :strict::text[], :legal::text[]) AS x(id, strict_on, legal_on)
      WHERE r.id = x.id AND r.state IN ('received', 'identity_check', 'in_progress')
        AND (r.strict_on, r.legal_on) IS DISTINCT FROM (x.strict_on, x.legal_on)`,
    {
      ids: clocks.map(({ id }) => id),
      strict: clocks.map(({ clock }) => clock.strict),
      legal: clocks.map(({ clock }) => clock.legal),
    }
  )
}
