import type { Knex } from "../../../../src/shared/postgres"
import { selectRows } from "../../../../src/shared/postgres"

/** Every row of every table as JSON text. */
export type Snapshot = ReadonlyMap<string, readonly string[]>

/** Reads the whole database. */
export const readAll = async (database: Knex): Promise<Snapshot> => {
  const tables = await selectRows<{ name: string }>(
    database,
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY table_name`
  )
  const selects = tables.map(
    ({ name }) => `SELECT '${name}' AS name, row_to_json(t)::text AS row FROM "${name}" t`
  )
  const rows = await selectRows<{ name: string; row: string }>(
    database,
    selects.join(" UNION ALL ")
  )
  const all = new Map<string, string[]>(tables.map(({ name }) => [name, []]))
  for (const { name, row } of rows) all.get(name)?.push(row)
  return all
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const CANARY = /zq[a-z0-9]+?qz/g

/** Where each text that begins so stands, as `table.column`; any case, inside of JSON too. */
export const whereIs = (all: Snapshot, start: string): Map<string, Set<string>> => {
  const places = new Map<string, Set<string>>()
  for (const [table, rows] of all) {
    for (const row of rows) {
      if (!row.toLowerCase().includes(start)) continue
      const columns: unknown = JSON.parse(row)
      if (!isObject(columns)) continue
      for (const [column, value] of Object.entries(columns)) {
        const text = JSON.stringify(value).toLowerCase()
        if (!text.includes(start)) continue
        const found = (text.match(CANARY) ?? []).filter((word) => word.startsWith(start))
        for (const word of found.length > 0 ? found : [start]) {
          places.set(word, (places.get(word) ?? new Set()).add(`${table}.${column}`))
        }
      }
    }
  }
  return places
}

/** Columns that hold a value somewhere inside, as `table.column`. */
export const columnsWith = (all: Snapshot, value: string): string[] =>
  [...(whereIs(all, value.toLowerCase()).get(value.toLowerCase()) ?? [])].sort()

/** The same, ready to compare: `text in table.column, …`. */
export const printPlaces = (
  places: Map<string, Set<string>>,
  isAllowed: (place: string) => boolean
): string[] =>
  [...places]
    .map(([text, found]) => [text, [...found].filter((place) => !isAllowed(place))] as const)
    .filter(([, found]) => found.length > 0)
    .map(([text, found]) => `${text} in ${found.join(", ")}`)
    .sort()

export type Changed = { table: string; row: string }

/** Rows of the first snapshot that the second does not have any more, byte for byte. */
export const goneFrom = (before: Snapshot, after: Snapshot): Changed[] =>
  [...before].flatMap(([table, rows]) => {
    const left = new Map<string, number>()
    for (const row of after.get(table) ?? []) left.set(row, (left.get(row) ?? 0) + 1)
    return rows.flatMap((row) => {
      const count = left.get(row) ?? 0
      left.set(row, count - 1)
      return count > 0 ? [] : [{ table, row }]
    })
  })

/** Texts that begin so in the samples the planner keeps of the columns. */
export const sampled = async (database: Knex, start: string): Promise<string[]> => {
  const rows = await selectRows<{ place: string }>(
    database,
    `SELECT tablename || '.' || attname AS place FROM pg_stats
      WHERE schemaname = current_schema() AND tablename <> 'dk_invoice_document'
        AND position(? IN lower(coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, ''))) > 0
      ORDER BY 1`,
    [start]
  )
  return rows.map(({ place }) => place)
}
