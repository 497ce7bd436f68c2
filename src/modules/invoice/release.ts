import { copenhagenDay } from "../../rules"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { ERASURE_LOCK } from "../personal-data"
import { isOver, KEPT_TABLES } from "./sealing/kept-tables"
import type { KeptTable } from "./sealing/kept-tables"

const BATCH = 500

/** Orders with documents whose term is over. */
const due = (table: KeptTable): string => `SELECT DISTINCT d.order_id FROM ${table.documents} d
  WHERE d.order_id > :after AND ${isOver(table)} ORDER BY d.order_id LIMIT ${BATCH.toString()}`

const remove = (table: KeptTable): string => `DELETE FROM ${table.documents} d
  WHERE d.order_id = ANY(:free) AND ${isOver(table)} RETURNING d.${table.id} AS id`

/** What was asked for goes with the last of the order's numbers; that it was asked for stays. */
const FORGET_ASKED = `UPDATE dk_invoice_request r SET content = NULL, updated_at = now()
  WHERE r.order_id = ANY(?) AND NOT EXISTS (SELECT 1 FROM dk_invoice_external e WHERE e.order_id = r.order_id)`

type FindHeld = (
  transaction: Knex.Transaction,
  orderIds: readonly string[]
) => Promise<ReadonlySet<string>>

type Release = { now: Date; findHeld: FindHeld }

type Batch = { released: number; last: string | undefined }

/**
 * One batch, in turn with stops of all erasing, with issuing and with changes of the years, which may move a date until
 * the last moment. The lock of erasures first: whoever has a series never waits for it.
 */
const releaseBatch = (
  connection: Knex,
  table: KeptTable,
  after: string,
  { now, findHeld }: Release
): Promise<Batch> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    await transaction.raw("SELECT 1 FROM dk_invoice_series ORDER BY id FOR UPDATE")
    const today = copenhagenDay(now)
    const rows = await selectRows<{ order_id: string }>(transaction, due(table), { after, today })
    const orders = rows.map(({ order_id: order }) => order)
    const held = await findHeld(transaction, orders)
    const free = orders.filter((order) => !held.has(order))
    const gone = await selectRows<{ id: string }>(transaction, remove(table), { free, today })
    const ids = gone.map(({ id }) => id)
    if (table.hasNoStub) {
      await transaction.raw(`DELETE FROM ${table.dates} WHERE ${table.of} = ANY(?)`, [ids])
      await transaction.raw(FORGET_ASKED, [free])
    }
    for (const sent of table.sent ?? []) {
      await transaction.raw("DELETE FROM ?? WHERE invoice_id = ANY(?)", [sent, ids])
    }
    return { released: gone.length, last: orders.at(-1) }
  })

const releaseAll = async (
  connection: Knex,
  table: KeptTable,
  release: Release
): Promise<number> => {
  let total = 0
  for (let after = ""; ;) {
    const { released, last } = await releaseBatch(connection, table, after, release)
    total += released
    if (last === undefined) return total
    after = last
  }
}

/**
 * Deletes documents and external numbers of which the bookkeeping act's term is over and no hold is in force (bogføringsloven
 * § 12). Stubs stay, and with them the chain. Goes on from the facts after any end; the guard of the table judges again.
 *
 * @returns how many went
 */
export const releaseDocuments = async (connection: Knex, release: Release): Promise<number> => {
  let total = 0
  for (const table of KEPT_TABLES) total += await releaseAll(connection, table, release)
  return total
}
