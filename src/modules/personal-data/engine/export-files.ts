import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"

/** A file with names and addresses of all orders that staff exported in Admin, as its notification tells. */
type ExportFile = { id: string; url: string }

/** Files of exports that began before a moment. Medusa puts the beginning into the file's name, in milliseconds. */
export const findExportFiles = (connection: Knex, before: Date): Promise<ExportFile[]> =>
  selectRows<ExportFile>(
    connection,
    `SELECT id, url FROM (
       SELECT id, data->'file'->>'url' AS url, data->'file'->>'filename' AS filename FROM notification WHERE channel = 'feed') f
      WHERE filename ~ '^[0-9]{13}-order-exports[.]csv$' AND url IS NOT NULL
        AND left(filename, 13)::bigint < ?::bigint ORDER BY filename`,
    [before.getTime()]
  )

/** Forgets notifications whose file is gone. */
export const removeFileNotifications = async (
  connection: Knex,
  ids: readonly string[]
): Promise<void> => {
  await connection.raw("DELETE FROM notification WHERE id = ANY(?)", [[...ids]])
}

/** When somebody was last erased or an account handed over; null when never. */
export const findLastErasure = async (connection: Knex): Promise<Date | null> => {
  const [row] = await selectRows<{ at: Date | null }>(
    connection,
    `SELECT greatest((SELECT max(created_at) FROM dk_personal_data_certificate), (SELECT max(created_at) FROM dk_personal_data_hand_over)) AS at`
  )
  return row?.at ?? null
}
