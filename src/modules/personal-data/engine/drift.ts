import type { Knex } from "../../../shared/postgres"
import { registeredTables } from "../registry"
import { readSchema } from "./schema"

export type Drift = {
  /** Columns of a mapped table or of one of the plugin's tables that nobody has declared. */
  unclassified: { table: string; column: string }[]
  /** Declared columns that this database does not have: an older or newer Medusa. */
  missing: { table: string; column: string }[]
}

const declared = (map: { columns: object; context: object; free: object }): string[] => [
  ...Object.keys(map.columns),
  ...Object.keys(map.context),
  ...Object.keys(map.free),
]

/**
 * Compares the database with the map: every text and JSON column of a mapped table and of every table of
 * the plugin must be declared. What is not is named in each certificate as not covered.
 */
export const findDrift = async (connection: Knex | Knex.Transaction): Promise<Drift> => {
  const schema = await readSchema(connection)
  const maps = new Map(registeredTables().map((map) => [map.table, map]))
  const judged = [...schema.text].filter(([table]) => maps.has(table) || table.startsWith("dk_"))
  const unclassified = judged.flatMap(([table, columns]) => {
    const map = maps.get(table)
    const known = new Set(map ? declared(map) : [])
    return [...columns].filter((column) => !known.has(column)).map((column) => ({ table, column }))
  })
  const missing = [...maps.values()].flatMap((map) => {
    const present = schema.all.get(map.table)
    if (!present) return []
    return declared(map)
      .filter((column) => !present.has(column))
      .map((column) => ({ table: map.table, column }))
  })
  return { unclassified, missing }
}
