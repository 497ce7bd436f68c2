import { copenhagenDay } from "../../rules"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

const BATCH = 500

/** Documents whose term is over, by the row that counts. */
const DUE = `SELECT d.id, d.order_id FROM dk_invoice_document d
  WHERE d.id > ? AND (SELECT k.keep_through FROM dk_invoice_keep k WHERE k.invoice_id = d.invoice_id ORDER BY k.position DESC LIMIT 1) < ?
    AND (SELECT s.kind FROM dk_invoice i JOIN dk_invoice_series s ON s.id = i.series_id WHERE i.id = d.invoice_id) = 'live'
  ORDER BY d.id LIMIT ${BATCH.toString()}`

type FindHeld = (orderIds: readonly string[]) => Promise<ReadonlySet<string>>

/**
 * Deletes documents of which the bookkeeping act's term is over and no hold is in force (bogføringsloven § 12). Their
 * stubs stay, and with them the chain. Goes on from the facts after any end; the guard of the table judges again.
 *
 * @returns how many went
 */
export const releaseDocuments = async (
  connection: Knex,
  { now, findHeld }: { now: Date; findHeld: FindHeld }
): Promise<number> => {
  let released = 0
  for (let after = ""; ;) {
    const due = await selectRows<{ id: string; order_id: string }>(connection, DUE, [
      after,
      copenhagenDay(now),
    ])
    const last = due.at(-1)
    if (!last) return released
    after = last.id
    const held = await findHeld(due.map(({ order_id: order }) => order))
    const free = due.filter(({ order_id: order }) => !held.has(order)).map(({ id }) => id)
    const gone = await selectRows(
      connection,
      "DELETE FROM dk_invoice_document WHERE id = ANY(?) RETURNING id",
      [free]
    )
    released += gone.length
  }
}
