import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"

export type StopRow = {
  id: string
  kind: "tax_audit" | "court" | "authority" | "other"
  reason: string
  ends_on: string
  created_by: string
  created_at: Date
  lifted_at: Date | null
  lifted_by: string | null
  lift_reason: string | null
}

/** What keeps everything as it is today, for a tax audit or a court; undefined when nothing does. */
export const findStop = async (
  connection: Knex | Knex.Transaction,
  now: Date
): Promise<StopRow | undefined> => {
  const [row] = await selectRows<StopRow>(
    connection,
    `SELECT * FROM dk_personal_data_stop WHERE lifted_at IS NULL AND deleted_at IS NULL AND ends_on >= ?
      ORDER BY ends_on DESC, id LIMIT 1`,
    [copenhagenDay(now)]
  )
  return row
}
