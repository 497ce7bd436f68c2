import { sha256 } from "../../../shared/sha256"
import { createSeriesCheck } from "./verify-series"
import type { NumberedRow, SeriesReport, SeriesState } from "./verify-series"

const STATE: SeriesState = {
  first_number: 1,
  next_number: 6,
  is_test: false,
  today: "2032-01-01",
}

const seriesOf = (count: number): NumberedRow[] => {
  const rows: NumberedRow[] = []
  for (let number = 1; number <= count; number++) {
    const content = `document ${number.toString()}`
    const previous = rows.at(-1)?.digest ?? null
    rows.push({
      number,
      digest: sha256(content),
      previous_digest: previous,
      content,
      keep_through: "2031-12-31",
    })
  }
  return rows
}

const check = (rows: readonly NumberedRow[], state: Partial<SeriesState> = {}): SeriesReport => {
  const { add, report } = createSeriesCheck({ ...STATE, ...state })
  for (const row of rows) add(row)
  return report()
}

const changed = (
  rows: NumberedRow[],
  number: number,
  change: Partial<NumberedRow>
): NumberedRow[] => rows.map((row) => (row.number === number ? { ...row, ...change } : row))

describe("a series", () => {
  it("that is as it was sealed has no break, and tells its head", () => {
    const rows = seriesOf(5)
    expect(check(rows)).toEqual({
      checked: 5,
      released: 0,
      first_break: null,
      head: rows[4]?.digest,
    })
  })

  it("names a document of which one byte was changed", () => {
    const rows = changed(seriesOf(5), 3, { content: "document 4" })
    expect(check(rows).first_break).toEqual({ number: 3, what: "content_changed" })
  })

  it("names what comes after a document that was changed with its digest", () => {
    const rows = changed(seriesOf(5), 3, { content: "forged", digest: sha256("forged") })
    expect(check(rows).first_break).toEqual({ number: 4, what: "chain_broken" })
  })

  it.each([1, 3, 5])("names a number that was taken out: %d", (number) => {
    const rows = seriesOf(5).filter((row) => row.number !== number)
    expect(check(rows).first_break).toEqual({ number, what: "number_missing" })
  })

  it("names a number that was put in", () => {
    const rows = seriesOf(5)
    const inserted = seriesOf(1).map((row) => ({ ...row, number: 3 }))
    const after = rows.slice(2).map((row) => ({ ...row, number: row.number + 1 }))
    const found = check([...rows.slice(0, 2), ...inserted, ...after], { next_number: 7 })
    expect(found.first_break).toEqual({ number: 3, what: "chain_broken" })
  })

  it("tells a document that was released from one that is gone too early", () => {
    const rows = changed(changed(seriesOf(5), 1, { content: null }), 2, { content: null })
    expect(check(rows)).toMatchObject({ released: 2, first_break: null })
    expect(check(rows, { today: "2031-12-31" }).first_break).toEqual({
      number: 1,
      what: "document_missing",
    })
    const unknown = changed(seriesOf(5), 1, { content: null, keep_through: null })
    expect(check(unknown).first_break).toEqual({ number: 1, what: "document_missing" })
  })

  it("of test numbers may have holes, and is still read", () => {
    const rows = seriesOf(5).filter(({ number }) => number !== 2)
    expect(check(rows, { is_test: true }).first_break).toBeNull()
    const forged = changed(rows, 3, { content: "forged" })
    expect(check(forged, { is_test: true }).first_break).toEqual({
      number: 3,
      what: "content_changed",
    })
  })

  it("without a number has nothing to break", () => {
    expect(check([], { first_number: 1000, next_number: 1000 })).toEqual({
      checked: 0,
      released: 0,
      first_break: null,
      head: null,
    })
  })

  it("of which every number was taken out is broken from its first", () => {
    expect(check([]).first_break).toEqual({ number: 1, what: "number_missing" })
  })
})
