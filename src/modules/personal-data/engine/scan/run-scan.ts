import { generateEntityId } from "@medusajs/framework/utils"
import { errorName, notFound } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"
import { withLock } from "../../../../shared/postgres"
import type { Secrets } from "../../../../shared/tokens"
import type { ScanPlace, ScanResultBody } from "../../domain/scan-result"
import { Matcher } from "../../domain/scan/matcher"
import type { Schema } from "../../domain/statements"
import type { TableMap } from "../../domain/table-map"
import { mappedTables } from "../../registry"
import { ERASURE_LOCK } from "../erasure-row"
import { readSchema } from "../schema"
import { copyRows } from "./copy"
import type { Pace } from "./copy"
import { clearUp } from "./judge"
import type { ScannedErasure, ScanState } from "./judge"
import { NO_TOTALS, digestsOfScan, erasuresOfScan, findScan, noteTable } from "./scan-row"
import type { ScanRow, ScanTotals } from "./scan-row"
import { listScanTables } from "./tables"
import type { ScanTable } from "./tables"
import { Tally } from "./tally"
import type { ScanFinding } from "./tally"

/** The place of files of order exports in findings, as certificates name it. */
export const EXPORT_FILES = "file_storage"

export type ReadFiles = (search: {
  matcher: Matcher
  erasures: readonly ScannedErasure[]
}) => Promise<{ findings: ScanFinding[]; totals: ScanTotals }>

export type ScanOptions = Pace & {
  secrets: Secrets
  warn: (line: string) => void
  /** Looks through files that are no part of the database. */
  readFiles: ReadFiles
}

type Search = {
  matcher: Matcher
  erasures: ScannedErasure[]
  schema: Schema
  maps: ReadonlyMap<string, TableMap>
}

/**
 * Whether the database itself says that a table cannot be read. A lost connection, a server that is stopped or has no
 * room says nothing of the table: the scan ends there and goes on with it later. Codes of the database have digits, those
 * of the network (`EPIPE`) have none.
 */
export const isRefused = (error: unknown): boolean =>
  /^(?!57P|08|53)(?=.*\d)[0-9A-Z]{5}$/.test(errorName(error))

const readTable = async (
  connection: Knex,
  { table, columns, searched, sql }: ScanTable,
  { matcher, erasures, schema, maps }: Search,
  { pause, warn }: ScanOptions
): Promise<{ findings: ScanFinding[]; totals: ScanTotals }> => {
  const map = maps.get(table)
  const tally = new Tally(matcher, erasures, { table, columns, map, format: "copy" })
  try {
    await copyRows(connection, sql, { pause }, tally.add)
    const findings = await tally.findings(connection, schema)
    const { rows, bytes } = tally
    return { findings, totals: { tables: 1, columns: searched, rows, bytes, unread: [] } }
  } catch (error) {
    if (!isRefused(error)) throw error
    // One that cannot be read must not keep the others from being read; the proof is not complete without it.
    warn(`dk-personal-data: full scan: table ${table} could not be read (${errorName(error)})`)
    return { findings: [], totals: { ...NO_TOTALS, unread: [table] } }
  }
}

/** Looks through what an earlier, killed run has not read yet; every table is noted as soon as it is read. */
const readWhatIsLeft = async (
  connection: Knex,
  scan: ScanRow,
  search: Search,
  options: ScanOptions
): Promise<void> => {
  const done = new Set(scan.done_tables)
  for (const table of await listScanTables(connection)) {
    if (done.has(table.table)) continue
    const read = await readTable(connection, table, search, options)
    await noteTable(connection, scan.id, { table: table.table, ...read })
  }
  if (done.has(EXPORT_FILES)) return
  await noteTable(connection, scan.id, {
    table: EXPORT_FILES,
    ...(await options.readFiles(search)),
  })
}

const placesOf = (findings: readonly ScanFinding[], state: ScanState): ScanPlace[] =>
  findings
    .filter((finding) => finding.state === state)
    .map(({ table, column, kind, rows }) => ({ table, column, kind, rows }))

const resultOf = (scan: ScanRow, erasureId: string, isSecretLost: boolean): ScanResultBody => {
  const own = scan.findings.filter(({ erasure_id: id }) => id === erasureId)
  return {
    ...NO_TOTALS,
    ...scan.totals,
    found: placesOf(own, "found"),
    kept: placesOf(own, "kept"),
    left: placesOf(own, "left"),
    others: placesOf(own, "others").length,
    secret_lost: isSecretLost,
  }
}

type Sought = {
  /** Erasures that something was looked for of. */
  known: ReadonlySet<string>
  /** Those of them that something could not be looked for of. */
  lost: ReadonlySet<string>
}

/** Stores what was found of each erasure, and forgets the digests of those that are proven. */
const endScan = (connection: Knex, id: string, { known, lost }: Sought): Promise<void> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const read = await findScan(transaction, id)
    if (read?.status !== "running") return
    const scan = { ...read, findings: clearUp(read.findings) }
    for (const erasureId of scan.erasure_ids) {
      const body = resultOf(scan, erasureId, lost.has(erasureId))
      const isRead = body.found.length + body.unread.length === 0
      // Where there was nothing to look for, nothing is proven.
      const complete = isRead && known.has(erasureId) && !body.secret_lost
      await transaction.raw(
        `INSERT INTO dk_personal_data_scan_result (id, erasure_id, scan_id, complete, body)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (erasure_id, scan_id) DO NOTHING`,
        [generateEntityId(undefined, "dkscr"), erasureId, id, complete, JSON.stringify(body)]
      )
      if (!complete) continue
      await transaction.raw(
        `DELETE FROM dk_personal_data_scan_digest WHERE erasure_id = ? AND created_at <= ?`,
        [erasureId, scan.started_at]
      )
    }
    await transaction("dk_personal_data_scan")
      .where({ id })
      .update({
        status: "done",
        findings: JSON.stringify(scan.findings),
        finished_at: new Date(),
        updated_at: new Date(),
      })
  })

/**
 * Looks through every text of the database and the files of order exports for all that a scan's erasures erased, and
 * stores what it found of each. Killed anywhere and run again it goes on with the tables it has not read; a scan that is
 * done is left alone. The caller holds the scan's lock.
 *
 * @throws not_found
 */
export const continueScan = async (
  connection: Knex,
  id: string,
  options: ScanOptions
): Promise<void> => {
  const scan = await findScan(connection, id)
  if (!scan) throw notFound("No scan has this id.")
  if (scan.status === "done") return
  const digests = await digestsOfScan(connection, scan)
  const matcher = new Matcher(options.secrets, digests)
  const lost = digests.filter(({ key_id: key }) => matcher.lostKeys.includes(key))
  const { all: schema } = await readSchema(connection)
  const erasures = await erasuresOfScan(connection, scan)
  const maps = new Map(mappedTables(schema).map((map) => [map.table, map]))
  await readWhatIsLeft(connection, scan, { matcher, erasures, schema, maps }, options)
  const idsIn = (some: typeof digests) =>
    new Set(some.map(({ erasure_id: erasureId }) => erasureId))
  await endScan(connection, id, { known: idsIn(digests), lost: idsIn(lost) })
}
