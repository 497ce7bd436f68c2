import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"

/** A file with names and addresses of all orders that staff exported in Admin, as its notification tells. */
type ExportFile = { id: string; url: string; began: Date }

/** Medusa puts the beginning of an export into the file's name, in milliseconds. */
export const FILES = `SELECT id, url, filename, left(filename, 13)::bigint AS began FROM (
  SELECT id, data->'file'->>'url' AS url, data->'file'->>'filename' AS filename FROM notification WHERE channel = 'feed') f
  WHERE filename ~ '^[0-9]{13}-order-exports[.]csv$' AND url IS NOT NULL`

/** Files of exports that began before a moment. */
export const findExportFiles = (connection: Knex, before: Date): Promise<ExportFile[]> =>
  selectRows<ExportFile>(
    connection,
    `SELECT id, url, to_timestamp(began / 1000.0) AS began FROM (${FILES}) e WHERE began < ?::bigint ORDER BY filename`,
    [before.getTime()]
  )

export type ListedExportFile = { id: string; filename: string; began: Date; total: number }

/** A page of the files, the latest first. */
export const listExportFileRows = (
  connection: Knex,
  { limit, offset }: { limit: number; offset: number }
): Promise<ListedExportFile[]> =>
  selectRows<ListedExportFile>(
    connection,
    `SELECT id, filename, to_timestamp(began / 1000.0) AS began, count(*) OVER ()::int AS total
       FROM (${FILES}) e ORDER BY filename DESC, id LIMIT ? OFFSET ?`,
    [limit, offset]
  )

/** How many files there are, and how many of them began before a moment. */
export const countExportFiles = async (
  connection: Knex,
  before: Date
): Promise<{ stored: number; old: number }> => {
  const [row] = await selectRows<{ stored: number; old: number }>(
    connection,
    `SELECT count(*)::int AS stored, (count(*) FILTER (WHERE began < ?::bigint))::int AS old FROM (${FILES}) e`,
    [before.getTime()]
  )
  return row ?? { stored: 0, old: 0 }
}

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
