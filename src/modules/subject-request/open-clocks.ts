import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { clockOf } from "./domain/clock"
import type { RequestClock } from "./domain/clock"
import { isPaused } from "./domain/machine"
import { foldTimeline, readTimelines } from "./timeline"

export type OpenClock = { id: string; clock: RequestClock; is_paused: boolean }

/** The clocks of all requests that wait for an answer, as they stand: a pause that goes on moves them every day. */
export const listOpenClocks = async (
  connection: Knex,
  controllerId: string,
  now: Date
): Promise<OpenClock[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM dk_subject_request
      WHERE controller_id = ? AND state IN ('received', 'identity_check', 'in_progress') AND deleted_at IS NULL
      ORDER BY strict_on, id`,
    [controllerId]
  )
  const timelines = await readTimelines(
    connection,
    rows.map(({ id }) => id)
  )
  return rows.map(({ id }) => {
    const folded = foldTimeline(timelines.get(id) ?? [])
    return { id, clock: clockOf(folded, now), is_paused: isPaused(folded) }
  })
}
