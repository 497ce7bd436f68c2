import type { CsvLine } from "../../../shared/parse-csv"
import { externalNumberFields } from "./external-fields"
import type { ExternalNumberFields } from "./external-fields"

/** Column names of the file, in English and Danish. */
const COLUMNS = {
  order: ["order", "ordre", "order_number", "ordrenummer", "order_id"],
  system: ["system"],
  number: ["number", "nummer", "invoice_number", "fakturanummer"],
  issued_on: ["issued_on", "dato", "fakturadato", "date"],
  kind: ["kind", "art", "type"],
  url: ["url", "link"],
} as const

export type ImportField = keyof typeof COLUMNS
const FIELDS = Object.keys(COLUMNS) as ImportField[]

/** What must be among the columns. */
const REQUIRED = ["order", "number", "issued_on", "system"] as const

const KINDS: Readonly<Record<string, string>> = {
  "": "invoice",
  faktura: "invoice",
  kreditnota: "credit_note",
}

export type LineError = { line: number; field: ImportField; code: string; message: string }

export type ImportLine = { line: number; order: string; fields: ExternalNumberFields }

/** `dd-mm-yyyy` and `dd.mm.yyyy` as a Danish spreadsheet writes days; anything else as it is. */
const toDay = (text: string): string => {
  const [, day, month, year] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text) ?? []
  if (!day || !month || !year) return text
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
}

/** Where each column stands; null for one that is missing. */
export const findColumns = (
  head: readonly string[]
): { columns: ReadonlyMap<ImportField, number>; missing: ImportField | null } => {
  const names = head.map((name) => name.toLowerCase().replace(/[ -]/g, "_"))
  const columns = new Map<ImportField, number>()
  for (const field of FIELDS) {
    const place = names.findIndex((name) => COLUMNS[field].some((known) => known === name))
    if (place >= 0) columns.set(field, place)
  }
  return { columns, missing: REQUIRED.find((field) => !columns.has(field)) ?? null }
}

const isField = (name: unknown): name is ImportField => FIELDS.some((field) => field === name)

/** A line as a number to record, or what is wrong with which of its fields; values are never repeated. */
export const readLine = (
  { line, cells }: CsvLine,
  columns: ReadonlyMap<ImportField, number>
): ImportLine | LineError => {
  const cell = (field: ImportField): string => cells[columns.get(field) ?? -1] ?? ""
  const order = cell("order").replace(/^#/, "")
  if (order === "") return { line, field: "order", code: "required", message: "is missing" }
  const kind = cell("kind").toLowerCase()
  const parsed = externalNumberFields().safeParse({
    system: cell("system"),
    number: cell("number"),
    issued_on: toDay(cell("issued_on")),
    kind: KINDS[kind] ?? kind,
    url: cell("url") || null,
  })
  if (parsed.success) return { line, order, fields: parsed.data }
  const [issue] = parsed.error.issues
  const field = issue?.path[0]
  const message = issue?.message ?? "is wrong"
  return { line, field: isField(field) ? field : "number", code: "invalid", message }
}
