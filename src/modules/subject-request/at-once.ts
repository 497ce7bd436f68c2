import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { AT_ONCE } from "./domain/at-once"
import type { RequestRow } from "./requests"

/** Undecided requests that need nobody's judgement and whose person confirmed them, the oldest first. @returns their ids */
export const findAtOnce = async (connection: Knex, controllerId: string): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT r.id FROM dk_subject_request r
      WHERE r.controller_id = ? AND r.state = 'in_progress' AND r.kind = ANY(?) AND r.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM dk_subject_request_event e
          WHERE e.request_id = r.id AND e.type = 'identity_confirmed' AND e.actor = 'person')
      ORDER BY r.created_at, r.id`,
    [controllerId, [...AT_ONCE]]
  )
  return rows.map(({ id }) => id)
}

/** What makes it the same note in staff's feed. */
export const messageNoteKey = (id: string): string => `dk-subject-request:${id}:message:feed`

/** Requests carried out at once in the last week whose message staff has not been told to read. */
export const findUnnoted = (connection: Knex, controllerId: string): Promise<RequestRow[]> =>
  selectRows(
    connection,
    `SELECT r.* FROM dk_subject_request r
      WHERE r.controller_id = ? AND r.state = 'completed' AND r.ended_at > now() - interval '7 days'
        AND r.message IS NOT NULL AND r.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM dk_subject_request_event e
          WHERE e.request_id = r.id AND e.type = 'completed' AND e.actor = 'system')
        AND r.kind = ANY(?)
        AND NOT EXISTS (SELECT 1 FROM notification n WHERE n.idempotency_key = replace(?, '%', r.id))
      ORDER BY r.ended_at, r.id`,
    [controllerId, [...AT_ONCE], messageNoteKey("%")]
  )
