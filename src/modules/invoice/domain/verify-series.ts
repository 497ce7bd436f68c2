import { sha256 } from "../../../shared/sha256"
import type { InvoiceDocument } from "./document"

/** One number of a series as the database has it. */
export type NumberedRow = {
  number: number
  kind: string
  /** Day in Denmark. */
  issued_on: string
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
 * - `chain_broken`: it does not name the digest of the number before, was never given, or is not the last one that the
 *   series remembers: a row was put in or changed
 * - `content_changed`: the document is not the one that was sealed, or not of this place
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
  /** Stands before each number on the documents. */
  prefix: string
  first_number: number
  /** The number that is given next. */
  next_number: number
  /** Digest of the last number as the series remembers it. */
  last_digest: string | null
  /** Whole numbers of the test series may be deleted. */
  is_test: boolean
  /** Day in Denmark. */
  today: string
}

/** What a document says of its own place in the series. */
const placeOf = (content: string): unknown => {
  try {
    const { number, kind, issued_on, previous_digest } = JSON.parse(content) as InvoiceDocument
    return [number, kind, issued_on, previous_digest]
  } catch {
    return null
  }
}

/** The document is the sealed one, and stands where it says. */
const isSealed = (content: string, row: NumberedRow, prefix: string): boolean => {
  const { number, kind, issued_on, previous_digest } = row
  const place = [`${prefix}${number.toString()}`, kind, issued_on, previous_digest]
  const isInPlace = JSON.stringify(placeOf(content)) === JSON.stringify(place)
  return sha256(content) === row.digest && isInPlace
}

/** No document goes earlier than five years after its day, whatever a row says. */
const earliestEnd = (issuedOn: string): string =>
  `${(Number(issuedOn.slice(0, 4)) + 5).toString()}${issuedOn.slice(4).replace("-02-29", "-02-28")}`

const isReleased = ({ keep_through: end, issued_on: day }: NumberedRow, today: string): boolean =>
  end !== null && end >= earliestEnd(day) && end < today

const breakOf = (
  row: NumberedRow,
  previous: NumberedRow | undefined,
  { prefix, is_test: isTest, today, first_number: first, next_number: next }: SeriesState
): SeriesBreak["what"] | null => {
  if (row.number < first || row.number >= next) return "chain_broken"
  if (row.number !== (previous ? previous.number + 1 : first) && !isTest) return "number_missing"
  const isLinked = row.previous_digest === (previous?.digest ?? null)
  if (!isLinked && !isTest) return "chain_broken"
  if (row.content === null) {
    return isTest || isReleased(row, today) ? null : "document_missing"
  }
  return isSealed(row.content, row, prefix) ? null : "content_changed"
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
      const head = previous?.digest ?? null
      if (!state.is_test) {
        if (expected() < state.next_number) note(expected(), "number_missing")
        else if (head !== state.last_digest) note(state.next_number - 1, "chain_broken")
      }
      return { checked, released, first_break: first, head }
    },
  }
}
