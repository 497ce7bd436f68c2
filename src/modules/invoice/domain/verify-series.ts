import { sha256 } from "../../../shared/sha256"

/** One number of a series as the database has it. */
export type NumberedRow = {
  number: number
  digest: string
  previous_digest: string | null
  /** The sealed text; null when the document is not there. */
  content: string | null
  /** Last day of keeping by the latest row, in Denmark; null when none is known. */
  keep_through: string | null
}

/**
 * How a series was found broken.
 *
 * - `number_missing`: nothing stands for this number
 * - `chain_broken`: it does not name the digest of the number before, so a row was put in, taken out or changed
 * - `content_changed`: the document is not the one that was sealed
 * - `document_missing`: the document is gone although its term is not over
 */
export type SeriesBreak = {
  number: number
  what: "number_missing" | "chain_broken" | "content_changed" | "document_missing"
}

export type SeriesReport = {
  /** Numbers that were looked at. */
  checked: number
  /** Numbers whose document went when its term was over; their stubs still hold the chain. */
  released: number
  first_break: SeriesBreak | null
  /** Digest of the last number. Kept elsewhere, it proves later that nothing before it was changed. */
  head: string | null
}

export type SeriesState = {
  first_number: number
  /** The number that is given next. */
  next_number: number
  /** Whole numbers of the test series may be deleted. */
  is_test: boolean
  /** Day in Denmark. */
  today: string
}

const breakOf = (
  row: NumberedRow,
  previous: NumberedRow | undefined,
  { is_test: isTest, today, first_number: first }: SeriesState
): SeriesBreak["what"] | null => {
  if (row.number !== (previous ? previous.number + 1 : first) && !isTest) return "number_missing"
  const isLinked = row.previous_digest === (previous?.digest ?? null)
  if (!isLinked && !isTest) return "chain_broken"
  if (row.content === null) {
    const isReleased = isTest || (row.keep_through !== null && row.keep_through < today)
    return isReleased ? null : "document_missing"
  }
  return sha256(row.content) === row.digest ? null : "content_changed"
}

/**
 * Reads a series from its first number on and names the first that is not as it was sealed. Takes the rows in the order
 * of their numbers, one at a time.
 */
export const createSeriesCheck = (
  state: SeriesState
): { add: (row: NumberedRow) => void; report: () => SeriesReport } => {
  let previous: NumberedRow | undefined
  let first: SeriesBreak | null = null
  let checked = 0
  let released = 0
  const expected = () => (previous ? previous.number + 1 : state.first_number)
  const note = (number: number, what: SeriesBreak["what"] | null) => {
    if (what !== null) first ??= { number, what }
  }
  return {
    add: (row) => {
      const what = breakOf(row, previous, state)
      note(what === "number_missing" ? expected() : row.number, what)
      checked += 1
      if (row.content === null && what === null) released += 1
      previous = row
    },
    report: () => {
      if (expected() < state.next_number && !state.is_test) note(expected(), "number_missing")
      return { checked, released, first_break: first, head: previous?.digest ?? null }
    },
  }
}
