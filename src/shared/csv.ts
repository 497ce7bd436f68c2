import { stringify } from "csv-stringify/sync"

/** How every CSV file is written: opened by a Danish spreadsheet as it is, and never run as a formula. */
const OPTIONS = {
  delimiter: ";",
  record_delimiter: "windows",
  // A cell that begins like a formula gets an apostrophe in front.
  escape_formulas: true,
} as const

/** A text, or a number, which is no formula even with a minus before it. */
export type CsvCell = string | number

/** Lines of a CSV file without its beginning. */
export const csvLines = (rows: readonly (readonly CsvCell[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    OPTIONS
  )

/** The first line, with the byte order mark by which spreadsheets know UTF-8. */
export const csvHead = (header: readonly string[]): string => `\uFEFF${csvLines([header])}`

/** A CSV file: semicolons, UTF-8 with a byte order mark, guarded against formulas. */
export const toCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  csvHead(header) + csvLines(rows)
