import { stringify } from "csv-stringify/sync"

/** How every CSV file is written: opened by a Danish spreadsheet as it is, and never run as a formula. */
export const CSV_OPTIONS = {
  delimiter: ";",
  bom: true,
  record_delimiter: "windows",
  // A cell that begins like a formula gets an apostrophe in front.
  escape_formulas: true,
} as const

/** Rows of text as a CSV file: semicolons, UTF-8 with a byte order mark, guarded against formulas. */
export const toCsv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([[...header], ...rows.map((row) => [...row])], CSV_OPTIONS)
