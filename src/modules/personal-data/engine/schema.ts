import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Schema } from "../domain/statements"

type Column = { table_name: string; column_name: string; type: string; is_judged: boolean }

/** Numbers, booleans, dates and spans of time are judged with their table; everything else can hold text. */
const HARMLESS = "('N', 'B', 'D', 'T')"

export type DatabaseSchema = {
  /** All columns per table. */
  all: Schema
  /** Columns that can hold text about a person, with their type, per table. */
  text: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** Reads tables and columns of the store's schema. Views hold nothing of their own; materialised ones do. */
export const readSchema = async (connection: Knex | Knex.Transaction): Promise<DatabaseSchema> => {
  const rows = await selectRows<Column>(
    connection,
    `SELECT c.relname AS table_name, a.attname AS column_name, format_type(a.atttypid, NULL) AS type,
            y.typcategory NOT IN ${HARMLESS} AS is_judged
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type y ON y.oid = a.atttypid
      WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())
        AND c.relkind IN ('r', 'p', 'm', 'f') AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY c.relname, a.attnum`
  )
  const all = new Map<string, Set<string>>()
  const text = new Map<string, Map<string, string>>()
  for (const { table_name: table, column_name: column, type, is_judged: isJudged } of rows) {
    all.set(table, (all.get(table) ?? new Set()).add(column))
    if (isJudged) text.set(table, (text.get(table) ?? new Map<string, string>()).set(column, type))
  }
  return { all, text }
}
