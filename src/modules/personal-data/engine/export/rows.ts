import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { BoundStatement } from "./bind"
import { keepTimeLimit } from "./time-limit"

/** Text of rows that is held at a time. While it is sent the database waits, so it is small. */
const PAGE_CHARACTERS = 256 * 1024
const FIRST_PAGE = 200
const LARGEST_PAGE = 5000

/** Rows as JSON text, with the bits of all kinds of data that they hold, when the statement tells (`kinds`). */
type Page = { rows: string[]; kinds: number }

/** Rows of a statement, page by page, at the reader's pace. Only one statement of a transaction is read at a time. */
export async function* readPages(
  transaction: Knex.Transaction,
  { sql, bindings }: BoundStatement
): AsyncGenerator<Page> {
  await transaction.raw(`DECLARE dk_export NO SCROLL CURSOR FOR ${sql}`, bindings)
  let size = FIRST_PAGE
  for (;;) {
    await keepTimeLimit(transaction)
    const found = await selectRows<{ row: string; kinds?: number }>(
      transaction,
      `FETCH FORWARD ${size.toString()} FROM dk_export`
    )
    const rows = found.map(({ row }) => row)
    if (rows.length > 0) {
      yield { rows, kinds: found.reduce((all, { kinds = 0 }) => all | kinds, 0) }
    }
    if (rows.length < size) break
    const characters = rows.reduce((sum, { length }) => sum + length, 1)
    const fitting = Math.floor((PAGE_CHARACTERS * rows.length) / characters)
    size = Math.min(Math.max(fitting, 1), LARGEST_PAGE)
  }
  await transaction.raw("CLOSE dk_export")
}
