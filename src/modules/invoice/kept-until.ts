import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { KEPT_TABLES, latestKeep } from "./sealing/kept-tables"
import type { KeptTable } from "./sealing/kept-tables"

/** How many documents are kept through a month, `YYYY-MM`; those that no financial year covers have none. */
export type KeptUntil = { month: string | null; count: number }

const counted = (
  table: KeptTable
): string => `SELECT ${latestKeep(`d.${table.id}`, table)} AS keep_through
  FROM ${table.documents} d WHERE d.controller_id = :controllerId`

const COUNTS = `SELECT left(keep_through, 7) AS month, count(*)::integer AS count
  FROM (${KEPT_TABLES.map(counted).join(" UNION ALL ")}) kept GROUP BY 1 ORDER BY 1 NULLS LAST`

/** What the bookkeeping act keeps, by the month it is let go after; the earliest first. */
export const countKeptUntil = (connection: Knex, controllerId: string): Promise<KeptUntil[]> =>
  selectRows(connection, COUNTS, { controllerId })
