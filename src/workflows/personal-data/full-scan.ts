import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { continueScan } from "../../modules/personal-data/engine/scan/run-scan"
import {
  beginScan,
  dropOldDigests,
  findRunningScan,
  findScan,
  isScanDue,
} from "../../modules/personal-data/engine/scan/scan-row"
import type { ScanRow } from "../../modules/personal-data/engine/scan/scan-row"
import { conflict, errorName, notFound } from "../../shared/errors"
import { postgres, selectRows } from "../../shared/postgres"
import { ifUnlocked } from "../../shared/session-locks"
import type { AdminFullScan } from "../../types/http"
import { personalDataSettings } from "./personal-data-settings"
import { readExportFiles } from "./scan-files"

const LOCK = "dk-personal-data-full-scan"

const toScan = (row: ScanRow): AdminFullScan => ({
  id: row.id,
  status: row.status,
  started_by: row.started_by,
  started_at: row.started_at.toISOString(),
  finished_at: row.finished_at?.toISOString() ?? null,
  erasures: row.erasure_ids.length,
  tables: row.totals.tables ?? 0,
  columns: row.totals.columns ?? 0,
  bytes: row.totals.bytes ?? 0,
  unread: row.totals.unread ?? [],
  found: row.findings
    .filter(({ state }) => state === "found")
    .map(({ erasure_id, table, column, kind, rows }) => ({
      erasure_id,
      table,
      column,
      kind,
      rows,
    })),
})

/** Reads what is left of a scan, unless somebody is reading it already. */
const workOn = async (container: MedusaContainer, id: string): Promise<void> => {
  const connection = postgres(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const { secrets, fullScanPause: pause } = personalDataSettings(container)
  await ifUnlocked(connection, LOCK, () =>
    continueScan(connection, id, {
      secrets,
      pause,
      warn: (line) => {
        logger.warn(line)
      },
      readFiles: readExportFiles(container, { pause, now: new Date() }),
    })
  )
}

/**
 * Begins to look through the whole database, or goes on with a scan that is running or was killed. Answers at once.
 *
 * @throws conflict `nothing_to_scan`
 */
export const startFullScan = async (
  container: MedusaContainer,
  startedBy: string
): Promise<AdminFullScan> => {
  const scan = await beginScan(postgres(container), startedBy)
  if (!scan) {
    throw conflict("nothing_to_scan", "Nobody was erased who is not fully proven already.")
  }
  workOn(container, scan.id).catch((error: unknown) => {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`dk-personal-data: full scan ${scan.id} was broken off (${errorName(error)})`)
  })
  return toScan(scan)
}

/** Goes on with a killed scan; else begins one when somebody was erased since the last, or that could not read all. */
export const scanAtNight = async (container: MedusaContainer): Promise<void> => {
  const connection = postgres(container)
  await dropOldDigests(connection, new Date())
  const running = await findRunningScan(connection)
  const isNeeded = running !== undefined || (await isScanDue(connection))
  const scan = isNeeded ? (running ?? (await beginScan(connection, null))) : null
  if (scan) await workOn(container, scan.id)
}

/** Scans, the latest first. */
export const listFullScans = async (
  container: MedusaContainer,
  { limit, offset }: { limit: number; offset: number }
): Promise<{ scans: AdminFullScan[]; count: number; is_due: boolean }> => {
  const connection = postgres(container)
  const rows = await selectRows<ScanRow & { total: number }>(
    connection,
    `SELECT *, count(*) OVER ()::int AS total FROM dk_personal_data_scan ORDER BY started_at DESC, id LIMIT ? OFFSET ?`,
    [limit, offset]
  )
  return {
    scans: rows.map(toScan),
    count: rows[0]?.total ?? 0,
    is_due: await isScanDue(connection),
  }
}

/** One scan. Throws not_found. */
export const getFullScan = async (
  container: MedusaContainer,
  id: string
): Promise<AdminFullScan> => {
  const row = await findScan(postgres(container), id)
  if (!row) throw notFound("No scan has this id.")
  return toScan(row)
}
