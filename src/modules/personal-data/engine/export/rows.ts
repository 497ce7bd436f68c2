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

type Row = { row: string; kinds?: number }

const fetchRows = async (transaction: Knex.Transaction, size: number): Promise<Row[]> => {
  await keepTimeLimit(transaction)
  return selectRows<Row>(transaction, `FETCH FORWARD ${size.toString()} FROM dk_export`)
}

/** How many rows like these make a page. */
const sizeAfter = (rows: readonly Row[]): number => {
  const characters = rows.reduce((sum, { row }) => sum + row.length, 1)
  const fitting = Math.floor((PAGE_CHARACTERS * rows.length) / characters)
  return Math.min(Math.max(fitting, 1), LARGEST_PAGE)
}

/**
 * Rows of a statement, page by page, at the reader's pace: the database makes one page while the reader takes the one
 * before. Only one statement of a transaction is read at a time.
 */
export async function* readPages(
  transaction: Knex.Transaction,
  { sql, bindings }: BoundStatement
): AsyncGenerator<Page> {
  await transaction.raw(`DECLARE dk_export NO SCROLL CURSOR FOR ${sql}`, bindings)
  let size = FIRST_PAGE
  let coming = fetchRows(transaction, size)
  for (;;) {
    const found = await coming
    const isLast = found.length < size
    if (!isLast) {
      size = sizeAfter(found)
      coming = fetchRows(transaction, size)
      // A reader that leaves never asks how it went.
      coming.catch(() => undefined)
    }
    if (found.length > 0) {
      const rows = found.map(({ row }) => row)
      yield { rows, kinds: found.reduce((all, { kinds = 0 }) => all | kinds, 0) }
    }
    if (isLast) break
  }
  await transaction.raw("CLOSE dk_export")
}
