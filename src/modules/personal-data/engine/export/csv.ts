import { stringify } from "csv-stringify/sync"
import type { Options } from "csv-stringify/sync"
import type { Knex } from "../../../../shared/postgres"
import { readPages } from "./rows"
import type { ExportTable } from "./contents"

/** Danish Excel opens it by double click. A cell that a spreadsheet would run gets an apostrophe before it. */
const OPTIONS: Options = {
  delimiter: ";",
  record_delimiter: "windows",
  escape_formulas: true,
}

/** A value as a cell: what JSON nests stays JSON text. Numbers are no formulas, so a minus before them stays. */
const cell = (value: unknown): string | number => {
  if (typeof value === "string" || typeof value === "number") return value
  return value === null || value === undefined ? "" : JSON.stringify(value)
}

/** Lines of CSV for rows in JSON text. */
export const csvLines = (columns: readonly string[], page: readonly string[]): string => {
  const rows = JSON.parse(`[${page.join(",")}]`) as Record<string, unknown>[]
  return stringify(
    rows.map((row) => columns.map((column) => cell(row[column]))),
    OPTIONS
  )
}

/** The first line, with the mark by which spreadsheets know UTF-8. */
export const csvHead = (columns: readonly string[]): string =>
  stringify([[...columns]], { ...OPTIONS, bom: true })

/** One table as CSV. */
export async function* csvFile(
  transaction: Knex.Transaction,
  { columns, rows, statement }: ExportTable
): AsyncGenerator<string> {
  yield csvHead(columns)
  if (rows === 0) return
  for await (const page of readPages(transaction, statement)) yield csvLines(columns, page)
}
