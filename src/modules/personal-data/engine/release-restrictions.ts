import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { assess } from "./assess"
import { ERASURE_LOCK } from "./erasure-row"
import { eraseRows } from "./run-erasure"
import type { RunOptions } from "./run-erasure"

const BATCH = 500

/**
 * Erases what was kept of orders whose day has passed, or that got an invoice of their own meanwhile.
 *
 * @returns how many orders were released
 */
export const releaseRestrictions = (connection: Knex, options: RunOptions): Promise<number> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const rows = await selectRows<{ order_id: string }>(
      transaction,
      `SELECT order_id FROM dk_personal_data_restriction WHERE released_at IS NULL AND deleted_at IS NULL
        ORDER BY (keep_through < ?) DESC, keep_through, order_id LIMIT ${BATCH.toString()}`,
      [copenhagenDay(options.now)]
    )
    if (rows.length === 0) return 0
    const orders = rows.map(({ order_id }) => order_id)
    const facts = await assess(
      transaction,
      {},
      { overrideBlocks: true, ...options, known: { orders } }
    )
    const kept = new Set(facts.keys.kept_order)
    const released = orders.filter((id) => !kept.has(id))
    if (released.length === 0) return 0
    await eraseRows(transaction, facts)
    await transaction.raw(
      `UPDATE dk_personal_data_restriction SET released_at = ?, updated_at = ? WHERE order_id = ANY(?)`,
      [options.now, options.now, released]
    )
    return released.length
  })
