import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../../shared/postgres"
import { selectRows, withLock } from "../../../../shared/postgres"
import type { SearchedDigest } from "../../domain/scan/matcher"
import { ERASURE_LOCK } from "../erasure-row"
import type { ScannedErasure } from "./judge"
import type { ScanFinding } from "./tally"

type Connection = Knex | Knex.Transaction

/** What a scan has read. */
export type ScanTotals = {
  tables: number
  columns: number
  rows: number
  bytes: number
  /** Tables and files that could not be read. */
  unread: string[]
}

export const NO_TOTALS: ScanTotals = { tables: 0, columns: 0, rows: 0, bytes: 0, unread: [] }

export type ScanRow = {
  id: string
  status: "running" | "done"
  started_by: string | null
  erasure_ids: string[]
  done_tables: string[]
  findings: ScanFinding[]
  totals: Partial<ScanTotals>
  started_at: Date
  finished_at: Date | null
}

/** Erasures that have run and are not proven by a scan yet. */
const WAITING = `SELECT DISTINCT d.erasure_id AS id FROM dk_personal_data_scan_digest d
  JOIN dk_personal_data_erasure e ON e.id = d.erasure_id
  WHERE e.deleted_at IS NULL AND e.started_at IS NOT NULL AND e.status IN ('planned', 'done')`

/** Those of them that no scan has looked for since they last ran, and those for whom the last could not read everything. */
const DUE = `${WAITING} AND (d.created_at > coalesce(
  (SELECT max(s.started_at) FROM dk_personal_data_scan s WHERE s.status = 'done' AND s.erasure_ids @> ARRAY[d.erasure_id]), '-infinity')
  OR (SELECT jsonb_array_length(r.body->'unread') > 0 FROM dk_personal_data_scan_result r
       WHERE r.erasure_id = d.erasure_id ORDER BY r.created_at DESC LIMIT 1))`

const idsOf = async (connection: Connection, sql: string): Promise<string[]> =>
  (await selectRows<{ id: string }>(connection, `${sql} ORDER BY 1`)).map(({ id }) => id)

export const findScan = async (
  connection: Connection,
  id: string
): Promise<ScanRow | undefined> => {
  const [row] = await selectRows<ScanRow>(
    connection,
    "SELECT * FROM dk_personal_data_scan WHERE id = ?",
    [id]
  )
  return row
}

/** The scan that is running, or was killed while it ran. */
export const findRunningScan = async (connection: Connection): Promise<ScanRow | undefined> => {
  const [row] = await selectRows<ScanRow>(
    connection,
    "SELECT * FROM dk_personal_data_scan WHERE status = 'running'"
  )
  return row
}

/** Whether a person was erased whom no scan has looked for everywhere. */
export const isScanDue = async (connection: Connection): Promise<boolean> =>
  (await idsOf(connection, DUE)).length > 0

/**
 * Begins a scan for all who were erased and are not proven yet, those of whom something was found before as well.
 *
 * @returns the one that is running when there is one; null when there is nobody to look for
 */
export const beginScan = (connection: Knex, startedBy: string | null): Promise<ScanRow | null> =>
  // While no erasure is under way: what one erases later is looked for by the next scan.
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const running = await findRunningScan(transaction)
    if (running) return running
    const erasures = await idsOf(transaction, WAITING)
    if (erasures.length === 0) return null
    const id = generateEntityId(undefined, "dkscan")
    await transaction.raw(
      `INSERT INTO dk_personal_data_scan (id, status, started_by, erasure_ids, started_at)
       VALUES (?, 'running', ?, ?, date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond')`,
      [id, startedBy, erasures]
    )
    return (await findScan(transaction, id)) ?? null
  })

/** Digests that were there when the scan began; later ones are looked for by the next. */
export const digestsOfScan = (
  connection: Connection,
  { erasure_ids: ids, started_at: before }: ScanRow
): Promise<SearchedDigest[]> =>
  selectRows<SearchedDigest>(
    connection,
    `SELECT erasure_id, kind, words, mark, digest, key_id FROM dk_personal_data_scan_digest
      WHERE erasure_id = ANY(?) AND created_at <= ?`,
    [ids, before]
  )

/** What is known of the erasures that a scan looks for. */
export const erasuresOfScan = (
  connection: Connection,
  { erasure_ids: ids }: ScanRow
): Promise<ScannedErasure[]> =>
  selectRows<ScannedErasure>(
    connection,
    `SELECT e.id, e.started_at, e.left_ids || e.waiting_ids || ARRAY(
        SELECT r.order_id FROM dk_personal_data_restriction r WHERE r.erasure_id = e.id AND r.released_at IS NULL) AS staying,
      cardinality(e.left_ids || e.waiting_ids) > 0 AS has_left,
      (SELECT max(c.created_at) + interval '2 minutes' FROM dk_personal_data_certificate c WHERE c.erasure_id = e.id) AS ran_until
       FROM dk_personal_data_erasure e WHERE e.id = ANY(?)`,
    [ids]
  )

/** Notes what one table held. Noted again it changes nothing. */
export const noteTable = async (
  connection: Connection,
  id: string,
  {
    table,
    findings,
    totals,
  }: { table: string; findings: readonly ScanFinding[]; totals: ScanTotals }
): Promise<void> => {
  const read = JSON.stringify(totals)
  const sums = (["tables", "columns", "rows", "bytes"] as const).map(
    (name) =>
      `'${name}', coalesce((s.totals->>'${name}')::bigint, 0) + (n.totals->>'${name}')::bigint`
  )
  await connection.raw(
    `UPDATE dk_personal_data_scan s SET done_tables = s.done_tables || n.name, findings = s.findings || n.findings,
        totals = jsonb_build_object(${sums.join(", ")},
          'unread', coalesce(s.totals->'unread', '[]') || (n.totals->'unread')),
        updated_at = now()
       FROM (SELECT ?::text AS name, ?::jsonb AS findings, ?::jsonb AS totals) n
      WHERE s.id = ? AND s.status = 'running' AND NOT s.done_tables @> ARRAY[n.name]`,
    [table, JSON.stringify(findings), read, id]
  )
}

/** Digests of erasures of which something was found are kept so long: until then a further scan can prove them. */
const KEEP_DAYS = 30

/** Forgets digests that are no longer needed although nothing was proven; what a scan is looking for stays until its end. */
export const dropOldDigests = (connection: Knex, now: Date): Promise<void> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    await transaction.raw(
      `DELETE FROM dk_personal_data_scan_digest d WHERE d.created_at < ?::timestamptz - interval '${KEEP_DAYS.toString()} days'
          AND EXISTS (SELECT 1 FROM dk_personal_data_scan_result r WHERE r.erasure_id = d.erasure_id AND r.created_at > d.created_at)
          AND NOT EXISTS (SELECT 1 FROM dk_personal_data_scan s WHERE s.status = 'running' AND s.erasure_ids @> ARRAY[d.erasure_id])`,
      [now]
    )
  })
