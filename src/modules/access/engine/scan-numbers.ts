import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { hidingValues, selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import { readTextColumns } from "../../personal-data"
import type { TextColumn } from "../../personal-data"
import { isTyped } from "../domain/typed-fields"
import { RESOLVED } from "./finding-rows"
import { scanBatch } from "./scan-batch"

/** Held by whoever scans. */
export const SCAN_LOCK = "dk-access-scan"

const SCAN = "numbers"
const BATCH = 500

export type ScanRow = {
  table_name: string
  after_id: string
  rows: number
  started_at: Date
  finished_at: Date | null
}

/** How far the scan has come; undefined before the first. */
export const readScan = async (
  connection: Knex | Knex.Transaction
): Promise<ScanRow | undefined> => {
  const [scan] = await selectRows<ScanRow>(
    connection,
    "SELECT * FROM dk_access_scan WHERE id = ?",
    [SCAN]
  )
  return scan
}

const begin = async (connection: Knex, now: Date): Promise<void> => {
  await selectRows(
    connection,
    `INSERT INTO dk_access_scan (id, table_name, after_id, rows, started_at) VALUES (?, '', '', 0, ?)
      ON CONFLICT (id) DO UPDATE SET table_name = '', after_id = '', rows = 0, started_at = excluded.started_at,
        finished_at = NULL, updated_at = now() WHERE dk_access_scan.finished_at IS NOT NULL`,
    [SCAN, now]
  )
}

const save = async (
  transaction: Knex.Transaction,
  { table, after, rows }: { table: string; after: string; rows: number }
): Promise<void> => {
  await selectRows(
    transaction,
    `UPDATE dk_access_scan SET table_name = ?, after_id = ?, rows = rows + ?, updated_at = now() WHERE id = ?`,
    [table, after, rows, SCAN]
  )
}

/** Findings of tables that the database no longer has, or whose columns are not looked at any more. */
const finish = async (
  connection: Knex,
  columns: readonly TextColumn[],
  now: Date
): Promise<void> => {
  const known = columns.map(({ table, column }) => `${table}.${column}`)
  await selectRows(
    connection,
    `UPDATE dk_access_finding SET ${RESOLVED}, changed_by = NULL, changed_at = ?
      WHERE state <> 'resolved' AND NOT (table_name || '.' || column_name) = ANY(?::text[])`,
    [now, known]
  )
  await selectRows(
    connection,
    `UPDATE dk_access_scan SET finished_at = ?, updated_at = now() WHERE id = ?`,
    [now, SCAN]
  )
}

const byTable = (columns: readonly TextColumn[]): [string, TextColumn[]][] => {
  const tables = new Map<string, TextColumn[]>()
  for (const one of columns.filter(({ column }) => !isTyped(column, "")))
    tables.set(one.table, [...(tables.get(one.table) ?? []), one])
  return [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
}

type Step = { table: string; columns: readonly TextColumn[]; after: string; next: string }

/** One batch and the place it leaves, in one transaction: a process that is killed goes on where it was. */
const step = (
  connection: Knex,
  { table, columns, after, next }: Step,
  { secrets, now, size }: { secrets: Secrets; now: Date; size: number }
): Promise<{ rows: number; last: string | null }> =>
  hidingValues(
    connection.transaction(async (transaction) => {
      const batch = { table, columns, after, size, today: copenhagenDay(now), now }
      const done = await scanBatch(transaction, batch, secrets)
      const place = done.last === null ? { table: next, after: "" } : { table, after: done.last }
      await save(transaction, { ...place, rows: done.rows })
      return done
    })
  )

/**
 * Goes on with the scan of everything people wrote, table by table in the order of names and ids, until so many rows are
 * read or all are. A scan that has ended begins again. Whoever calls it holds the lock.
 *
 * @param limit rows to read at most, at least one batch
 */
export const scanNumbers = async (
  connection: Knex,
  { limit, secrets, now }: { limit: number; secrets: Secrets; now: Date }
): Promise<void> => {
  const columns = await readTextColumns(connection)
  await begin(connection, now)
  const scan = await readScan(connection)
  const tables = byTable(columns).filter(([table]) => table >= (scan?.table_name ?? ""))
  let left = limit
  for (const [index, [table, own]] of tables.entries()) {
    const next = tables[index + 1]?.[0] ?? `${table}\u007f`
    let after: string | null = table === scan?.table_name ? scan.after_id : ""
    while (after !== null) {
      if (left <= 0) return
      const size = Math.min(BATCH, left)
      const done = await step(
        connection,
        { table, columns: own, after, next },
        { secrets, now, size }
      )
      left -= done.rows
      after = done.last
    }
  }
  await finish(connection, columns, now)
}
