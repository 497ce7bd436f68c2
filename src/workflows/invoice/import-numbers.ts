import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { INVOICE_MODULE } from "../../modules/invoice"
import type { InvoiceModuleService } from "../../modules/invoice"
import { findColumns, readLine } from "../../modules/invoice/external/import-lines"
import type { ImportLine, LineError } from "../../modules/invoice/external/import-lines"
import { recordNumber, wouldRecord } from "../../modules/invoice/external/record-number"
import { errorName, invalidField, isMedusaErrorOf } from "../../shared/errors"
import { parseCsv } from "../../shared/parse-csv"
import { postgres, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** What came of a line; `field` and `code` say what is wrong with it. Its values are never repeated. */
export type ImportedLine =
  | { line: number; outcome: "created" | "known"; order_id: string; id: string | null }
  | ({ outcome: "error" } & Omit<LineError, "field"> & { field: string })

type Import = { csv: string; isDryRun: boolean; recordedBy: string }

/** One request's worth; a larger file is sent in parts. */
const MOST_LINES = 5_000

const readFile = (csv: string): (ImportLine | LineError)[] => {
  const [head, ...lines] = parseCsv(csv)
  const { columns, missing } = findColumns(head?.cells ?? [])
  if (missing !== null) throw invalidField("csv", "column_missing", `lacks the column ${missing}.`)
  if (lines.length > MOST_LINES) {
    throw invalidField("csv", "too_long", `has more than ${MOST_LINES.toString()} lines.`)
  }
  return lines.map((line) => readLine(line, columns))
}

/** By id, or by the number that the buyer knows. */
const findOrder = async (connection: Knex, reference: string): Promise<string | null> => {
  const number = /^\d{1,9}$/.test(reference) ? Number(reference) : null
  const rows = await selectRows<{ id: string }>(
    connection,
    `SELECT id FROM "order" WHERE deleted_at IS NULL
      AND (id = :reference OR custom_display_id = :reference OR display_id = :number::int)
      ORDER BY id = :reference DESC, custom_display_id = :reference DESC NULLS LAST LIMIT 1`,
    { reference, number }
  )
  return rows[0]?.id ?? null
}

const FIELD_OF: Readonly<Record<string, string>> = {
  in_future: "issued_on",
  too_early: "issued_on",
  term_over: "issued_on",
  order_is_draft: "order",
  invoiced_here: "order",
}

/** A refusal becomes the line's error; what nobody expected stops at this line too and is logged by its name. */
const toLineError = (container: MedusaContainer, line: number, error: unknown): ImportedLine => {
  const { INVALID_DATA, CONFLICT, NOT_FOUND } = MedusaError.Types
  if (isMedusaErrorOf(error, INVALID_DATA, CONFLICT, NOT_FOUND)) {
    const code = error.code ?? "refused"
    const field = FIELD_OF[code] ?? "number"
    return { line, outcome: "error", field, code, message: error.message.replace(/^\w+: /, "") }
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`dk-invoice: line ${line.toString()} of an import failed: ${errorName(error)}`)
  const message = "failed; nothing of the line was kept"
  return { line, outcome: "error", field: "number", code: "unknown_error", message }
}

/**
 * Records the numbers of a CSV file, line by line: one that is refused keeps none of the others back, and the same file again
 * changes nothing. `isDryRun` only tells what would come of each line.
 *
 * @throws MedusaError invalid_data naming `csv` when a column is missing or the file is too long
 */
export const importExternalInvoices = async (
  container: MedusaContainer,
  { csv, isDryRun, recordedBy }: Import
): Promise<ImportedLine[]> => {
  const connection = postgres(container)
  const { settings } = container.resolve<InvoiceModuleService>(INVOICE_MODULE)
  const results: ImportedLine[] = []
  const planned = new Map<string, string>()
  const importLine = async ({ line, order, fields }: ImportLine): Promise<ImportedLine> => {
    const orderId = await findOrder(connection, order)
    if (orderId === null) {
      const message = "is no order of the store"
      return { line, outcome: "error", field: "order", code: "not_found", message }
    }
    const input = { settings, orderId, fields, replaces: null, recordedBy, now: new Date() }
    if (!isDryRun) {
      const { id, isNew } = await recordNumber(connection, input)
      return { line, outcome: isNew ? "created" : "known", order_id: orderId, id }
    }
    const id = await wouldRecord(connection, input, planned)
    return { line, outcome: id.isNew ? "created" : "known", order_id: orderId, id: id.id }
  }
  for (const read of readFile(csv)) {
    if ("code" in read) results.push({ outcome: "error", ...read })
    else {
      results.push(
        await importLine(read).catch((error: unknown) => toLineError(container, read.line, error))
      )
    }
  }
  return results
}
