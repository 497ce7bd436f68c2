import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { assess, hasPending } from "./assess"
import { ERASURE_LOCK } from "./erasure-row"
import type { ErasureRow } from "./erasure-row"
import type { RunOptions } from "./run-erasure"

const BATCH = 50

const forgetTouched = (transaction: Knex.Transaction, id: string) =>
  transaction("dk_personal_data_erasure").where({ id }).update({ touched: null })

/**
 * Looks once more at what was erased some minutes ago: a request that was under way then may have written the person
 * down again (a checkout on another server, a profile being saved). Such an erasure is taken up again.
 *
 * @returns how many were looked at
 */
export const lookAgain = (connection: Knex, options: RunOptions): Promise<number> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    const rows = await selectRows<ErasureRow>(
      transaction,
      `SELECT * FROM dk_personal_data_erasure
        WHERE status = 'done' AND touched IS NOT NULL AND told_at IS NOT NULL AND deleted_at IS NULL
          AND finished_at < ?::timestamptz - interval '2 minutes' ORDER BY finished_at LIMIT ${BATCH.toString()}`,
      [options.now]
    )
    for (const { id, touched, replayed_at: replayed, ...row } of rows) {
      const { customer_ids: customers, started_at: until } = row
      const orders = [...(touched?.orders ?? []), ...(touched?.carts ?? [])]
      const known = { customers, orders, until, isRestored: replayed !== null }
      const facts = await assess(
        transaction,
        {},
        { ...options, overrideBlocks: true, ignoreStops: true, known }
      )
      if (!(await hasPending(transaction, facts))) {
        await forgetTouched(transaction, id)
        continue
      }
      await transaction("dk_personal_data_erasure").where({ id }).update({
        status: "planned",
        finished_at: null,
        waiting_ids: orders,
        updated_at: options.now,
      })
    }
    return rows.length
  })
