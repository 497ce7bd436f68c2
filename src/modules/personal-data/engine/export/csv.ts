import { csvHead, csvLines } from "../../../../shared/csv"
import type { CsvCell } from "../../../../shared/csv"
import type { Knex } from "../../../../shared/postgres"
import { readPages } from "./rows"
import type { ExportTable } from "./contents"

/** A value as a cell: what JSON nests stays JSON text. */
const cell = (value: unknown): CsvCell => {
  if (typeof value === "string" || typeof value === "number") return value
  return value === null || value === undefined ? "" : JSON.stringify(value)
}

/** Lines of CSV for rows in JSON text. */
export const csvRows = (columns: readonly string[], page: readonly string[]): string => {
  const rows = JSON.parse(`[${page.join(",")}]`) as Record<string, unknown>[]
  return csvLines(rows.map((row) => columns.map((column) => cell(row[column]))))
}

/** One table as CSV; one of no `rows` is not read again. */
export async function* csvFile(
  transaction: Knex.Transaction,
  { columns, statement }: ExportTable,
  rows: number
): AsyncGenerator<string> {
  yield csvHead(columns)
  if (rows === 0) return
  for await (const page of readPages(transaction, statement)) yield csvRows(columns, page.rows)
}
