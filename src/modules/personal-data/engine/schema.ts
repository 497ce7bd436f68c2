import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Schema } from "../domain/statements"

type Column = { table_name: string; column_name: string; data_type: string }

/** Types that can hold text about a person; numbers, booleans and dates are judged with their table. */
const TEXT_TYPES = new Set([
  "text",
  "character varying",
  "character",
  "json",
  "jsonb",
  "tsvector",
  "USER-DEFINED",
  "ARRAY",
  "bytea",
  "inet",
  "uuid",
])

export type DatabaseSchema = {
  /** All columns per table. */
  all: Schema
  /** Columns of text and JSON types per table. */
  text: Schema
}

/** Reads tables and columns of the store's schema. */
export const readSchema = async (connection: Knex | Knex.Transaction): Promise<DatabaseSchema> => {
  const rows = await selectRows<Column>(
    connection,
    `SELECT table_name, column_name, data_type FROM information_schema.columns
      WHERE table_schema = current_schema() ORDER BY table_name, ordinal_position`
  )
  const all = new Map<string, Set<string>>()
  const text = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, { table_name, column_name }: Column) => {
    map.set(table_name, (map.get(table_name) ?? new Set()).add(column_name))
  }
  for (const row of rows) {
    add(all, row)
    if (TEXT_TYPES.has(row.data_type)) add(text, row)
  }
  return { all, text }
}
