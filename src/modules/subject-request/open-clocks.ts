import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { clockOf, planClockOf } from "./domain/clock"
import type { Limits } from "./domain/clock"
import { foldTimeline, readTimeline } from "./timeline"

/** `is_planned`: answered, and the rest of it goes on by itself. */
export type OpenClock = { id: string; clock: Limits; is_planned: boolean }

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
  const clocks: OpenClock[] = []
  for (const { id } of rows) {
    const folded = foldTimeline(await readTimeline(connection, id))
    const isPlanned = folded.state === "planned"
    const clock = isPlanned ? planClockOf(folded) : clockOf(folded, now)
    clocks.push({ id, clock, is_planned: isPlanned })
  }
  return clocks
}
