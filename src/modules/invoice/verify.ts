import { copenhagenDay } from "../../rules"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { createSeriesCheck } from "./domain/verify-series"
import type { NumberedRow, SeriesReport } from "./domain/verify-series"
import { latestKeep } from "./sealing/kept-tables"

export type VerifiedSeries = SeriesReport & { kind: "test" | "live"; prefix: string }

type SeriesRow = {
  id: string
  kind: "test" | "live"
  prefix: string
  first_number: number
  next_number: number
  last_digest: string | null
}

const PAGE = 1_000

const ROWS = `SELECT i.number, i.kind, i.issued_on, i.digest, i.previous_digest, d.content, ${latestKeep("i.id")} AS keep_through
  FROM dk_invoice i LEFT JOIN dk_invoice_document d ON d.invoice_id = i.id
  WHERE i.series_id = ? AND i.number > ? ORDER BY i.number LIMIT ${PAGE.toString()}`

const verifyOne = async (
  snapshot: Knex.Transaction,
  series: SeriesRow,
  today: string
): Promise<VerifiedSeries> => {
  const { id, kind, ...state } = series
  const { prefix } = state
  const check = createSeriesCheck({ ...state, is_test: kind === "test", today })
  for (let after = 0; ;) {
    const rows = await selectRows<NumberedRow>(snapshot, ROWS, [id, after])
    for (const row of rows) check.add(row)
    const last = rows.at(-1)
    if (!last) return { kind, prefix, ...check.report() }
    after = last.number
  }
}

/**
 * Reads every series of the store in one snapshot and names, per series, the first number that is not as it was sealed.
 * The live series comes first.
 */
export const verifyInvoices = (connection: Knex, now: Date): Promise<VerifiedSeries[]> =>
  connection.transaction(
    async (snapshot) => {
      const all = await selectRows<SeriesRow>(
        snapshot,
        `SELECT id, kind, prefix, first_number, next_number, last_digest FROM dk_invoice_series ORDER BY kind, controller_id`
      )
      const reports: VerifiedSeries[] = []
      for (const series of all) {
        reports.push(await verifyOne(snapshot, series, copenhagenDay(now)))
      }
      return reports
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
