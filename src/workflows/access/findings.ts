import type { MedusaContainer } from "@medusajs/framework/types"
import { SCAN_LOCK, dismissFinding, maskFinding, readScan, scanNumbers } from "../../modules/access"
import type { FindingRow, FindingState, ScanRow } from "../../modules/access"
import { readTextColumns } from "../../modules/personal-data"
import type { TextColumn } from "../../modules/personal-data"
import { conflict, notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { ifUnlocked } from "../../shared/session-locks"
import type { AdminFinding, AdminFindingScan } from "../../types/http"
import { accessSettings } from "./settings"

const ROWS_A_NIGHT = 200_000
const ROWS_A_REQUEST = 10_000

const toScan = (row: ScanRow): AdminFindingScan => ({
  rows: row.rows,
  started_at: row.started_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
})

const toFinding = (row: FindingRow, columns: readonly TextColumn[]): AdminFinding => {
  const column = columns.find(
    (one) => one.table === row.table_name && one.column === row.column_name
  )
  return {
    id: row.id,
    table: row.table_name,
    column: row.column_name,
    row_id: row.row_id,
    path: row.path,
    kind: row.kind,
    masked: row.masked,
    state: row.state,
    found_at: row.found_at.toISOString(),
    changed_by: row.changed_by,
    changed_at: row.changed_at?.toISOString() ?? null,
    is_sealed: column?.isSealed ?? false,
    can_be_masked: row.state !== "resolved" && (column?.isWritable ?? false),
  }
}

export type FindingFilters = {
  state?: FindingState | undefined
  kind?: FindingRow["kind"] | undefined
  table?: string | undefined
  limit: number
  offset: number
}

/** Findings, the latest first, and how far the scan has come. */
export const listFindings = async (
  container: MedusaContainer,
  { state, kind, table, limit, offset }: FindingFilters
): Promise<{ findings: AdminFinding[]; count: number; scan: AdminFindingScan | null }> => {
  const connection = postgres(container)
  const filter = [state ?? null, state ?? null, kind ?? null, kind ?? null]
  const bindings = [...filter, table ?? null, table ?? null]
  const FROM = `FROM dk_access_finding WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR kind = ?)
    AND (?::text IS NULL OR table_name = ?)`
  const rows = await selectRows<FindingRow>(
    connection,
    `SELECT * ${FROM} ORDER BY found_at DESC, id LIMIT ? OFFSET ?`,
    [...bindings, limit, offset]
  )
  const [total] = await selectRows<{ count: number }>(
    connection,
    `SELECT count(*)::int AS count ${FROM}`,
    bindings
  )
  const columns = await readTextColumns(connection)
  const scan = await readScan(connection)
  return {
    findings: rows.map((row) => toFinding(row, columns)),
    count: total?.count ?? 0,
    scan: scan ? toScan(scan) : null,
  }
}

const getFinding = async (container: MedusaContainer, id: string): Promise<AdminFinding> => {
  const connection = postgres(container)
  const [row] = await selectRows<FindingRow>(
    connection,
    "SELECT * FROM dk_access_finding WHERE id = ?",
    [id]
  )
  if (!row) throw notFound("No finding has this id.")
  return toFinding(row, await readTextColumns(connection))
}

/** Takes the number out where it stands. Throws not_found, conflict `finding_resolved` and `finding_sealed`. */
export const maskFindingOf = async (
  container: MedusaContainer,
  id: string,
  by: string
): Promise<AdminFinding> => {
  await maskFinding(postgres(container), { id, by, now: new Date() })
  return getFinding(container, id)
}

/** Staff says that it is no such number. Throws not_found and conflict `finding_resolved`. */
export const dismissFindingOf = async (
  container: MedusaContainer,
  id: string,
  by: string
): Promise<AdminFinding> => {
  const { secrets } = accessSettings(container)
  await dismissFinding(postgres(container), secrets, { id, by, now: new Date() })
  return getFinding(container, id)
}

const runScan = (container: MedusaContainer, limit: number): Promise<boolean> => {
  const connection = postgres(container)
  const { secrets } = accessSettings(container)
  return ifUnlocked(connection, SCAN_LOCK, () =>
    scanNumbers(connection, { limit, secrets, now: new Date() })
  )
}

/** The nightly part of the scan; nothing while somebody else scans. */
export const scanOldDataAtNight = async (container: MedusaContainer): Promise<void> => {
  await runScan(container, ROWS_A_NIGHT)
}

/**
 * Goes on with the scan of old data for so many rows; after the last row the next call begins again.
 *
 * @throws conflict `scan_running` while another server or person scans
 */
export const scanOldData = async (
  container: MedusaContainer,
  limit = ROWS_A_REQUEST
): Promise<{ scan: AdminFindingScan; open: number }> => {
  const connection = postgres(container)
  const hasRun = await runScan(container, limit)
  const scan = await readScan(connection)
  if (!hasRun || !scan) throw conflict("scan_running", "The scan is running already.")
  const [open] = await selectRows<{ count: number }>(
    connection,
    "SELECT count(*)::int AS count FROM dk_access_finding WHERE state = 'open'"
  )
  return { scan: toScan(scan), open: open?.count ?? 0 }
}
