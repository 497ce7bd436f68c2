import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import type { BoundStatement } from "./bind"
import { keepTimeLimit } from "./time-limit"

/** Text of rows that is held at a time. While it is sent the database waits, so it is small. */
const PAGE_CHARACTERS = 256 * 1024
const FIRST_PAGE = 200
const LARGEST_PAGE = 5000

/**
 * Rows of a statement as JSON text, page by page, at the reader's pace. Only one statement of a transaction is
 * read at a time.
 */
export async function* readPages(
  transaction: Knex.Transaction,
  { sql, bindings }: BoundStatement
): AsyncGenerator<string[]> {
  await transaction.raw(`DECLARE dk_export NO SCROLL CURSOR FOR ${sql}`, bindings)
  let size = FIRST_PAGE
  for (;;) {
    await keepTimeLimit(transaction)
    const found = await selectRows<{ row: string }>(
      transaction,
      `FETCH FORWARD ${size.toString()} FROM dk_export`
    )
    const page = found.map(({ row }) => row)
    if (page.length > 0) yield page
    if (page.length < size) break
    const characters = page.reduce((sum, { length }) => sum + length, 1)
    const fitting = Math.floor((PAGE_CHARACTERS * page.length) / characters)
    size = Math.min(Math.max(fitting, 1), LARGEST_PAGE)
  }
  await transaction.raw("CLOSE dk_export")
}
