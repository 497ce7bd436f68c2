import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { RequestKind } from "./domain/kinds"

/** Undecided requests of some kinds whose person confirmed them, the oldest first. @returns their ids */
export const findAtOnce = async (
  connection: Knex,
  controllerId: string,
  kinds: readonly RequestKind[]
): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT r.id FROM dk_subject_request r
      WHERE r.controller_id = ? AND r.state = 'in_progress' AND r.kind = ANY(?) AND r.deleted_at IS NULL
        AND EXISTS (SELECT 1 FROM dk_subject_request_event e
          WHERE e.request_id = r.id AND e.type = 'identity_confirmed' AND e.actor = 'person')
      ORDER BY r.created_at, r.id`,
    [controllerId, [...kinds]]
  )
  return rows.map(({ id }) => id)
}
