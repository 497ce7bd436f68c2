import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { emptyKeys } from "../domain/table-map"
import { eraseSubjects } from "./erase-subjects"
import { ERASURE_LOCK, recordTouched } from "./erasure-row"
import { findKeptOrders } from "./order-facts"
import type { RunOptions } from "./run-erasure"

const BATCH = 500

type Restriction = { order_id: string; erasure_id: string }

/** Those of the oldest that no law keeps any more, by the erasure that left them. */
const findDue = async (
  transaction: Knex.Transaction,
  options: RunOptions
): Promise<Map<string, string[]>> => {
  const rows = await selectRows<Restriction>(
    transaction,
    `SELECT order_id, erasure_id FROM dk_personal_data_restriction WHERE released_at IS NULL AND deleted_at IS NULL
      ORDER BY (keep_through < ?) DESC, keep_through, order_id LIMIT ${BATCH.toString()}`,
    [copenhagenDay(options.now)]
  )
  const keys = { ...emptyKeys(), order: rows.map(({ order_id }) => order_id) }
  const kept = await findKeptOrders(transaction, keys, options)
  const isKept = new Set(kept.map(({ order_id }) => order_id))
  const due = new Map<string, string[]>()
  for (const { order_id, erasure_id } of rows.filter((row) => !isKept.has(row.order_id))) {
    due.set(erasure_id, [...(due.get(erasure_id) ?? []), order_id])
  }
  return due
}

/**
 * Erases what was kept of orders whose day has passed, or that got an invoice of their own meanwhile. Holds and
 * vetoes keep them longer.
 *
 * @returns how many orders were released
 */
export const releaseRestrictions = (connection: Knex, options: RunOptions): Promise<number> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const found = await findDue(transaction, options)
    const due = [...found.values()]
    const results = await eraseSubjects(
      transaction,
      due.map((orders) => ({ known: { orders } })),
      { overrideBlocks: true, ...options }
    )
    const released = results.flatMap(({ facts }, index) => {
      const waits = new Set(facts.blocked.map(({ id }) => id))
      return facts.stops.length > 0 ? [] : (due[index] ?? []).filter((id) => !waits.has(id))
    })
    for (const [index, erasureId] of [...found.keys()].entries()) {
      const keys = results[index]?.facts.keys
      if (keys && keys.order.length > 0) await recordTouched(transaction, erasureId, keys)
    }
    await transaction.raw(
      `UPDATE dk_personal_data_restriction SET released_at = ?, updated_at = ? WHERE order_id = ANY(?)`,
      [options.now, options.now, released]
    )
    return released.length
  })
