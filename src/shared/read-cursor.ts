import type { Knex } from "./postgres"
import { selectRows } from "./postgres"

/**
 * Rows of a statement, some at a time, at the reader's pace and from the snapshot of the transaction. One statement of a
 * transaction is read at a time; other statements may run in between.
 */
export async function* readCursor<Row>(
  transaction: Knex.Transaction,
  sql: string,
  bindings: Knex.ValueDict,
  size: number
): AsyncGenerator<Row[]> {
  await transaction.raw(`DECLARE dk_rows NO SCROLL CURSOR FOR ${sql}`, bindings)
  for (;;) {
    const rows = await selectRows<Row>(transaction, `FETCH FORWARD ${size.toString()} FROM dk_rows`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await transaction.raw("CLOSE dk_rows")
}
