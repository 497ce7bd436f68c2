import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { TableMap } from "../domain/table-map"
import { mappedTables, registeredTables } from "../registry"
import { MEDUSA_TABLES } from "../tables"
import { readSchema } from "./schema"

/** A column that can hold what people wrote. */
export type TextColumn = {
  table: string
  column: string
  /** As Postgres names it: `text`, `jsonb` … */
  type: string
  /** Rows are evidence, or a trigger guards them: nothing in them may be changed. */
  isSealed: boolean
  /** Medusa's or this plugin's own text, which may be written. */
  isWritable: boolean
}

const TEXTS: ReadonlySet<string> = new Set([
  "text",
  "character varying",
  "json",
  "jsonb",
  "text[]",
  "character varying[]",
])

const WRITTEN: ReadonlySet<string> = new Set(["text", "character varying", "jsonb"])

/** Tables with a trigger before each update: evidence, documents, numbers. */
const GUARDED = `SELECT DISTINCT c.relname AS name FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
  WHERE NOT g.tgisinternal AND (g.tgtype & 2) <> 0 AND (g.tgtype & 16) <> 0
    AND c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())`

const medusaTables = new Map(MEDUSA_TABLES.map((map) => [map.table, map]))

const isOwn = (table: string, column: string): boolean =>
  table.startsWith("dk_") || Object.hasOwn(medusaTables.get(table)?.columns ?? {}, column)

type Facts = { map: TableMap | undefined; isGuarded: boolean }

const describe = (
  found: { table: string; column: string; type: string },
  { map, isGuarded }: Facts
): TextColumn => {
  const rule = map?.columns[found.column]
  const isSealed = isGuarded || rule?.retention === "evidence"
  const isText = rule !== undefined && rule.secret !== true && WRITTEN.has(found.type)
  return {
    ...found,
    isSealed,
    isWritable: isText && !isSealed && isOwn(found.table, found.column),
  }
}

/**
 * Every text and JSON column that the map calls personal, or does not know, of tables whose rows have an `id`, by table
 * and column. Tables that are made of other tables at run time (`cat_*`) are copies and left out.
 */
export const readTextColumns = async (connection: Knex): Promise<TextColumn[]> => {
  const { all, text } = await readSchema(connection)
  const guarded = new Set(
    (await selectRows<{ name: string }>(connection, GUARDED)).map(({ name }) => name)
  )
  const named = new Set(registeredTables().map(({ table }) => table))
  const maps = new Map(mappedTables(all).map((map) => [map.table, map]))
  return [...text].flatMap(([table, columns]) => {
    const map = maps.get(table)
    const isCopy = map !== undefined && !named.has(table)
    if (isCopy || !all.get(table)?.has("id")) return []
    return [...columns]
      .filter(([column, type]) => {
        const isHarmless =
          map && (Object.hasOwn(map.context, column) || Object.hasOwn(map.free, column))
        return !isHarmless && TEXTS.has(type)
      })
      .map(([column, type]) =>
        describe({ table, column, type }, { map, isGuarded: guarded.has(table) })
      )
  })
}
