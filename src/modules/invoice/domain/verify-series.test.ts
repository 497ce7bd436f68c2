import { sha256 } from "../../../shared/sha256"
import { createSeriesCheck } from "./verify-series"
import type { NumberedRow, SeriesReport, SeriesState } from "./verify-series"

const seriesOf = (count: number): NumberedRow[] => {
  const rows: NumberedRow[] = []
  for (let number = 1; number <= count; number++) {
    const previous = rows.at(-1)?.digest ?? null
    const place = { number: `F-${number.toString()}`, kind: "invoice", issued_on: "2026-11-24" }
    const content = JSON.stringify({ ...place, previous_digest: previous })
    rows.push({
      number,
      kind: "invoice",
      issued_on: "2026-11-24",
      digest: sha256(content),
      previous_digest: previous,
      content,
      keep_through: "2031-12-31",
    })
  }
  return rows
}

const STATE: SeriesState = {
  prefix: "F-",
  first_number: 1,
  next_number: 6,
  last_digest: seriesOf(5).at(-1)?.digest ?? null,
  is_test: false,
  today: "2032-01-01",
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
    const rows = changed(seriesOf(5), 3, { content: seriesOf(4)[3]?.content ?? "" })
    expect(check(rows).first_break).toEqual({ number: 3, what: "content_changed" })
  })

  it("names the last document when it was changed with its digest", () => {
    const content = JSON.stringify({
      ...{ number: "F-5", kind: "invoice", issued_on: "2026-11-24", amount: 0 },
      previous_digest: seriesOf(4).at(-1)?.digest,
    })
    const rows = changed(seriesOf(5), 5, { content, digest: sha256(content) })
    expect(check(rows).first_break).toEqual({ number: 5, what: "chain_broken" })
  })

  it("names what comes after a document that was changed with its digest", () => {
    const content = seriesOf(3)[2]?.content?.replace("}", `,"gross":1}`) ?? ""
    const forged = { content, digest: sha256(content) }
    const rows = changed(seriesOf(5), 3, forged)
    expect(check(rows).first_break).toEqual({ number: 4, what: "chain_broken" })
    const linked = changed(rows, 4, { previous_digest: forged.digest })
    expect(check(linked).first_break).toEqual({ number: 4, what: "content_changed" })
  })

  it("names a stub that says another day or kind than its document", () => {
    for (const change of [{ issued_on: "2016-11-24" }, { kind: "credit_note" }]) {
      const rows = changed(seriesOf(5), 2, change)
      expect(check(rows).first_break).toEqual({ number: 2, what: "content_changed" })
    }
  })

  it("names a number that was never given", () => {
    expect(check(seriesOf(5), { next_number: 5 }).first_break).toEqual({
      number: 5,
      what: "chain_broken",
    })
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
    for (const end of [null, "2030-12-31"]) {
      const early = changed(seriesOf(5), 1, { content: null, keep_through: end })
      expect(check(early).first_break).toEqual({ number: 1, what: "document_missing" })
    }
  })

  it("knows the term of a document of a leap day", () => {
    const place = { number: "F-1", kind: "invoice", issued_on: "2024-02-29" }
    const digest = sha256(JSON.stringify({ ...place, previous_digest: null }))
    const gone = { ...place, number: 1, digest, previous_digest: null, content: null }
    const state = { next_number: 2, last_digest: digest }
    const found = check([{ ...gone, keep_through: "2029-02-28" }], state)
    expect(found).toMatchObject({ released: 1, first_break: null })
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
    expect(check([], { first_number: 1000, next_number: 1000, last_digest: null })).toEqual({
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
