import { generateEntityId } from "@medusajs/framework/utils"
import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { RuleName } from "../../domain/retention/rules"
import type { SubjectKeys } from "../../domain/statements"
import type { Touched } from "../erasure-row"

/** What a sweep did of one rule: counts only. */
export type OfRule = { erased: number; waiting: Record<string, number>; parked: number }

export type Report = Partial<Record<RuleName, OfRule>>

export type SweepRow = {
  id: string
  status: "running" | "done" | "stopped"
  started_by: string | null
  /** The source it is at, and the last id of it that was done; null at the beginning. */
  place: { source: string; after: string } | null
  report: Report
  touched: Touched | null
  started_at: Date
  finished_at: Date | null
  created_at: Date
}

type Connection = Knex | Knex.Transaction

const TABLE = "dk_personal_data_sweep"

const PREFIX = "dkswp"

/** Whether what was left by this id was left by a sweep, and not by one person's erasure. */
export const isSweep = (id: string): boolean => id.startsWith(`${PREFIX}_`)

export const findSweep = async (
  connection: Connection,
  id: string
): Promise<SweepRow | undefined> => {
  const [row] = await selectRows<SweepRow>(
    connection,
    `SELECT * FROM ${TABLE} WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  return row
}

/** The sweep that is running, also one whose process was killed. */
export const findRunningSweep = async (connection: Connection): Promise<SweepRow | undefined> => {
  const [row] = await selectRows<SweepRow>(
    connection,
    `SELECT * FROM ${TABLE} WHERE status = 'running' AND deleted_at IS NULL`
  )
  return row
}

/** Begins a sweep, or gives the one that is running. */
export const startSweep = async (
  connection: Connection,
  { startedBy, now }: { startedBy: string | null; now: Date }
): Promise<SweepRow> => {
  for (;;) {
    const [begun] = await selectRows<SweepRow>(
      connection,
      `INSERT INTO ${TABLE} (id, status, started_by, started_at) VALUES (?, 'running', ?, ?)
       ON CONFLICT (status) WHERE status = 'running' DO NOTHING RETURNING *`,
      [generateEntityId(undefined, PREFIX), startedBy, now]
    )
    // The running one may end between the two statements.
    const sweep = begun ?? (await findRunningSweep(connection))
    if (sweep) return sweep
  }
}

/** Sweeps, newest first. */
export const listSweeps = (
  connection: Connection,
  { limit, offset }: { limit: number; offset: number }
): Promise<(SweepRow & { total: number })[]> =>
  selectRows(
    connection,
    `SELECT *, count(*) OVER ()::int AS total FROM ${TABLE} WHERE deleted_at IS NULL
      ORDER BY started_at DESC, id DESC LIMIT ? OFFSET ?`,
    [limit, offset]
  )

export const saveSweep = async (
  transaction: Knex.Transaction,
  { id, status, place, report, touched, finished_at }: SweepRow,
  now: Date
): Promise<void> => {
  await transaction(TABLE)
    .where({ id })
    .update({
      status,
      place: JSON.stringify(place),
      report: JSON.stringify(report),
      touched: touched && JSON.stringify(touched),
      finished_at,
      updated_at: now,
    })
}

const union = (before: readonly string[] = [], more: readonly string[]): string[] => [
  ...new Set([...before, ...more]),
]

/** What others are still to be told of, with what was changed now. */
export const withTouched = (
  before: Touched | null,
  keys: Pick<SubjectKeys, "customer" | "order" | "cart">
): Touched | null => {
  if (keys.customer.length + keys.order.length + keys.cart.length === 0) return before
  return {
    customers: union(before?.customers, keys.customer),
    orders: union(before?.orders, keys.order),
    carts: union(before?.carts, keys.cart),
  }
}

/** Notes for a sweep that is over what was erased on its account since: orders whose legal term has ended. */
export const recordSwept = async (
  transaction: Knex.Transaction,
  id: string,
  keys: SubjectKeys
): Promise<void> => {
  const sweep = await findSweep(transaction, id)
  if (!sweep) return
  await transaction(TABLE)
    .where({ id })
    .update({ touched: JSON.stringify(withTouched(sweep.touched, keys)) })
}
