import type { Knex } from "../../../shared/postgres"
import { mappedTables } from "../registry"
import { readSchema } from "./schema"
import type { DatabaseSchema } from "./schema"

export type UnclassifiedColumn = { table: string; column: string; type: string }

/** The database against the map. */
export type Drift = {
  /** Columns that can hold text and that nobody has declared: they count as personal. */
  unclassified: UnclassifiedColumn[]
  /** Declared columns that a table of this database does not have: an older or newer Medusa. */
  missing: { table: string; column: string }[]
  /** How many tables the database has. */
  tables: number
  /** How many columns of theirs can hold text. */
  columns: number
}

const declared = (map: { columns: object; context: object; free: object }): string[] => [
  ...Object.keys(map.columns),
  ...Object.keys(map.context),
  ...Object.keys(map.free),
]

/** What differs between the map and tables and columns that have been read. */
export const driftOf = ({ all, text }: DatabaseSchema): Drift => {
  const maps = new Map(mappedTables(all).map((map) => [map.table, map]))
  const judged = [...text].flatMap(([table, columns]) => {
    const map = maps.get(table)
    const known = new Set(map ? declared(map) : [])
    return [...columns].map(([column, type]) => ({
      table,
      column,
      type,
      isKnown: known.has(column),
    }))
  })
  const missing = [...maps.values()].flatMap((map) => {
    const present = all.get(map.table)
    if (!present) return []
    return declared(map)
      .filter((column) => !present.has(column))
      .map((column) => ({ table: map.table, column }))
  })
  return {
    unclassified: judged
      .filter(({ isKnown }) => !isKnown)
      .map(({ table, column, type }) => ({ table, column, type })),
    missing,
    tables: all.size,
    columns: judged.length,
  }
}

/**
 * Compares the whole database with the map: every column that can hold text, of every table, must be declared. What is
 * not is named in each certificate as not covered.
 */
export const findDrift = async (connection: Knex | Knex.Transaction): Promise<Drift> =>
  driftOf(await readSchema(connection))
