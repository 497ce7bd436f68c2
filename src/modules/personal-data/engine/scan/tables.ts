import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"

/** What is looked for cannot be looked for in itself. */
const DIGESTS = "dk_personal_data_scan_digest"

/** One table as it is read: its id, when its row was made, and every column that can hold text. */
export type ScanTable = {
  table: string
  /** Of each column of `sql` its name; null for one that is only read to judge a row. */
  columns: (string | null)[]
  /** How many columns are looked through. */
  searched: number
  sql: string
}

type Column = {
  table_name: string
  column_name: string
  kind: string
  type: string
  category: string
}

/**
 * Tables, materialised views and foreign tables of the store's schema. Of a table in parts the parts are read; views hold
 * nothing of their own, nor does a materialised one that was never filled.
 */
const COLUMNS = `SELECT c.relname AS table_name, a.attname AS column_name, c.relkind::text AS kind, y.typname::text AS type,
        y.typcategory::text AS category
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type y ON y.oid = a.atttypid
  WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
    AND c.relkind IN ('r', 'm', 'f') AND c.relispopulated AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relname <> '${DIGESTS}'
  ORDER BY c.relname, a.attnum`

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Numbers, booleans, dates and spans of time hold no text; everything else can. */
const HARMLESS: ReadonlySet<string> = new Set(["N", "B", "D", "T"])

/** A column as text; words that were made to be searched stand in the order of the text again. */
const written = ({ column_name: name, type }: Column): string => {
  const column = `t.${quote(name)}`
  if (type === "bytea") return `encode(${column}, 'escape')`
  if (type !== "tsvector") return column
  return `(SELECT string_agg(w.lexeme, ' ' ORDER BY w.place) FROM (SELECT u.lexeme, unnest(coalesce(u.positions, '{0}')) AS place FROM unnest(${column}) AS u(lexeme, positions, weights)) AS w)`
}

const describe = (table: string, columns: readonly Column[]): ScanTable | null => {
  const searched = columns.filter(({ category }) => !HARMLESS.has(category))
  if (searched.length === 0) return null
  const id = columns.find(({ column_name: name }) => name === "id")
  const made = columns.find(
    ({ column_name: name, category }) => name === "created_at" && category === "D"
  )
  const isIdSearched = id !== undefined && searched.includes(id)
  const others = searched.filter((column) => column !== id)
  const list = [
    id ? `t.${quote("id")}` : "NULL",
    made ? `(extract(epoch FROM t.${quote("created_at")}) * 1000)::bigint` : "NULL",
    ...others.map(written),
  ]
  // Tables that inherit from another are read by themselves.
  const from = `${columns[0]?.kind === "r" ? "ONLY " : ""}${quote(table)}`
  return {
    table,
    columns: [isIdSearched ? "id" : null, null, ...others.map(({ column_name: name }) => name)],
    searched: searched.length,
    sql: `SELECT ${list.join(", ")} FROM ${from} AS t`,
  }
}

/** Every table that holds text, each once, by name. */
export const listScanTables = async (connection: Knex | Knex.Transaction): Promise<ScanTable[]> => {
  const tables = new Map<string, Column[]>()
  for (const column of await selectRows<Column>(connection, COLUMNS)) {
    tables.set(column.table_name, [...(tables.get(column.table_name) ?? []), column])
  }
  return [...tables].flatMap(([table, columns]) => describe(table, columns) ?? [])
}
