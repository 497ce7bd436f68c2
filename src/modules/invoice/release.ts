import { copenhagenDay } from "../../rules"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

const BATCH = 500

/** Documents whose term is over, by the row that counts. */
const DUE = `SELECT d.id, d.order_id FROM dk_invoice_document d
  WHERE d.id > ? AND (SELECT k.keep_through FROM dk_invoice_keep k WHERE k.invoice_id = d.invoice_id ORDER BY k.position DESC LIMIT 1) < ?
  ORDER BY d.id LIMIT ${BATCH.toString()}`

type FindHeld = (
  transaction: Knex.Transaction,
  orderIds: readonly string[]
) => Promise<ReadonlySet<string>>

type Release = { now: Date; findHeld: FindHeld }

/** One batch, in turn with issuing and with changes of the years, which may move a date until the last moment. */
const releaseBatch = (
  connection: Knex,
  after: string,
  { now, findHeld }: Release
): Promise<{ released: number; last: string | undefined }> =>
  connection.transaction(async (transaction) => {
    await transaction.raw("SELECT 1 FROM dk_invoice_series ORDER BY id FOR UPDATE")
    const bindings = [after, copenhagenDay(now)]
    const due = await selectRows<{ id: string; order_id: string }>(transaction, DUE, bindings)
    const held = await findHeld(
      transaction,
      due.map(({ order_id: order }) => order)
    )
    const free = due.filter(({ order_id: order }) => !held.has(order)).map(({ id }) => id)
    const gone = await selectRows<{ invoice_id: string }>(
      transaction,
      "DELETE FROM dk_invoice_document WHERE id = ANY(?) RETURNING invoice_id",
      [free]
    )
    const invoiceIds = gone.map(({ invoice_id: id }) => id)
    for (const sent of ["dk_invoice_delivery_payload", "dk_invoice_delivery"]) {
      await transaction.raw("DELETE FROM ?? WHERE invoice_id = ANY(?)", [sent, invoiceIds])
    }
    return { released: gone.length, last: due.at(-1)?.id }
  })

/**
 * Deletes documents of which the bookkeeping act's term is over and no hold is in force (bogføringsloven § 12). Their
 * stubs stay, and with them the chain. Goes on from the facts after any end; the guard of the table judges again.
 *
 * @returns how many went
 */
export const releaseDocuments = async (connection: Knex, release: Release): Promise<number> => {
  let total = 0
  for (let after = ""; ;) {
    const { released, last } = await releaseBatch(connection, after, release)
    total += released
    if (last === undefined) return total
    after = last
  }
}
