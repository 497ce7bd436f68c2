import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../modules/consent"
import type { ConsentModuleService } from "../../modules/consent"
import { writeClaim } from "../../modules/consent/claimed"
import { IMPORT_COLUMNS, MOST_ROWS, readImportRow } from "../../modules/consent/domain/import-rows"
import type { ImportRow, RowProblem } from "../../modules/consent/domain/import-rows"
import { findErased, findRestricted } from "../../modules/personal-data"
import { invalidField } from "../../shared/errors"
import { parseCsv } from "../../shared/parse-csv"
import { postgres } from "../../shared/postgres"
import type { AdminConsentImportResponse } from "../../types/http"

/** A list of consents as it was sent: a file, or rows. */
export type ConsentList = { csv: string } | { rows: readonly unknown[] }

type Numbered = { row: number; read: ImportRow | RowProblem }

/** Rows of a file are counted as the file's lines, the head being the first. */
const readCsv = (csv: string): Numbered[] => {
  const [head, ...lines] = parseCsv(csv)
  const names = head?.cells.map((cell) => cell.toLowerCase()) ?? []
  const missing = IMPORT_COLUMNS.find((column) => !names.includes(column))
  if (missing !== undefined) {
    throw invalidField("csv", "column_missing", `lacks the column ${missing}.`)
  }
  return lines.map(({ line, cells }) => ({
    row: line,
    read: readImportRow(
      Object.fromEntries(IMPORT_COLUMNS.map((column) => [column, cells[names.indexOf(column)]]))
    ),
  }))
}

const readList = (list: ConsentList): Numbered[] => {
  const rows =
    "csv" in list
      ? readCsv(list.csv)
      : list.rows.map((row, index) => ({ row: index + 1, read: readImportRow(row) }))
  if (rows.length > MOST_ROWS) {
    const field = "csv" in list ? "csv" : "rows"
    throw invalidField(field, "too_long", `has more than ${MOST_ROWS.toString()} rows.`)
  }
  return rows
}

/**
 * Takes over what another system says of consents. Every one is *claimed*: it stands in the history and opens nothing, for
 * nobody can show what was agreed to. A row that is refused keeps none of the others back, and the same list again changes
 * nothing. Rows of people whose data may only be stored (GDPR Art. 18), or who were erased, are refused.
 *
 * @throws MedusaError invalid_data naming `csv` or `rows`: a column is missing, or there are more than 5,000 rows
 */
export const importConsents = async (
  container: MedusaContainer,
  list: ConsentList
): Promise<AdminConsentImportResponse> => {
  const connection = postgres(container)
  const { settings } = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  const rows = readList(list)
  const emails = rows.flatMap(({ read }) => ("email" in read ? [read.email] : []))
  const restricted = await findRestricted(connection, { emails }, new Date())
  const erased = await findErased(connection, settings.secrets, emails)
  const result: AdminConsentImportResponse = { imported: 0, known: 0, refused: [] }
  for (const { row, read } of rows) {
    if ("code" in read) result.refused.push({ row, ...read })
    else if (restricted.has(read.email)) {
      const message = "The person's data may only be stored (GDPR Art. 18)."
      result.refused.push({ row, field: "email", code: "restricted", message })
    } else if (erased.has(read.email)) {
      const message = "The person was erased and has not come back by themselves."
      result.refused.push({ row, field: "email", code: "erased", message })
    } else if (await writeClaim(connection, settings.controller.id, read)) result.imported += 1
    else result.known += 1
  }
  return result
}
