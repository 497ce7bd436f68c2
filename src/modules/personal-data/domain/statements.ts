import { keptDocument, secretPaths, shownValue, withoutSecrets } from "./json-paths"
import { columnKinds, heldKinds } from "./export/found"
import { apartInMap } from "./live-rows"
import type { ColumnRule, EraseStrategy, PathRule, SubjectKey, TableMap } from "./table-map"

/** One person's ids by kind. */
export type SubjectKeys = Readonly<Record<SubjectKey, readonly string[]>>

export type Statement = { sql: string; bindings: string[][] }

/** Columns a database really has, per table: Medusa's versions and optional modules differ. */
export type Schema = ReadonlyMap<string, ReadonlySet<string>>

const quote = (name: string): string => `"${name}"`

/**
 * Replaces `:order` and its like by bindings of the person's ids. A name that is no key is left: it is a cast.
 */
export const bindKeys = (sql: string, keys: SubjectKeys): Statement => {
  const bindings: string[][] = []
  const bound = sql.replace(/(?<!:):([a-z_]+)\b/g, (text, name: string) => {
    if (!(name in keys)) return text
    bindings.push([...keys[name as SubjectKey]])
    return "?::text[]"
  })
  return { sql: bound, bindings }
}

/** Without an id a random word keeps the address unique; one that was written before stays, so it can run again. */
const placeholderEmail = (present: string, columns?: ReadonlySet<string>): string =>
  columns === undefined || columns.has("id")
    ? "'erased+' || t.id || '@invalid.invalid'"
    : `CASE WHEN ${present} IS NULL OR ${present} LIKE 'erased+%@invalid.invalid' THEN ${present} ELSE 'erased+' || gen_random_uuid() || '@invalid.invalid' END`

/**
 * The SQL expression of what a column holds after erasure. Of a JSON column the kept key paths stay. `columns` are
 * those the table has; without them it is taken to have an `id`.
 */
export const erasedValue = (
  column: string,
  strategy: EraseStrategy,
  paths?: Readonly<Record<string, PathRule>>,
  columns?: ReadonlySet<string>
): string => {
  const present = `t.${quote(column)}`
  if (typeof strategy === "object") {
    if ("sql" in strategy) return strategy.sql
    return `CASE WHEN ${strategy.when} THEN ${erasedValue(column, strategy.then, paths, columns)} ELSE ${present} END`
  }
  const kept = keptDocument(present, paths)
  switch (strategy) {
    case "null":
      return kept === null ? "NULL" : `NULLIF(${kept}, '{}'::jsonb)`
    case "empty_text":
      return "''"
    case "empty_object":
      return `CASE WHEN ${present} IS NULL THEN NULL ELSE ${kept === null ? "'{}'::jsonb" : `coalesce(${kept}, '{}'::jsonb)`} END`
    case "placeholder_email":
      return placeholderEmail(present, columns)
    case "keep":
      return withoutSecrets(present, paths)
  }
}

/** Erasure changes a column unless all of it is kept. */
const isErased = ({ erase, paths }: ColumnRule): boolean =>
  erase !== "keep" || secretPaths(paths).length > 0

/** The map's columns that this database has and that erasure changes. */
const erasable = (map: TableMap, columns: ReadonlySet<string>): [string, ColumnRule][] =>
  Object.entries(map.columns).filter(([name, rule]) => columns.has(name) && isErased(rule))

const changes = (map: TableMap, columns: ReadonlySet<string>): [string, string][] => [
  ...erasable(map, columns).map(([name, { erase, paths }]): [string, string] => [
    name,
    erasedValue(name, erase, paths, columns),
  ]),
  ...Object.entries(map.also).filter(([name]) => columns.has(name)),
]

/** A row still holds something erasure would change. */
const differs = (pairs: readonly (readonly [string, string])[]): string =>
  pairs.map(([name, value]) => `t.${quote(name)} IS DISTINCT FROM (${value})`).join(" OR ") ||
  "false"

const isMissing = (map: TableMap, schema: Schema): boolean => !schema.has(map.table)

const columnsIn = (map: TableMap, schema: Schema): ReadonlySet<string> =>
  schema.get(map.table) ?? new Set()

/** The condition that nobody has made or changed a row since; undefined where a table does not tell. */
const notSince = (columns: ReadonlySet<string>, before: Date | undefined): string | undefined => {
  if (!before) return ""
  if (!columns.has("created_at")) return undefined
  const names = columns.has("updated_at") ? "t.created_at, t.updated_at" : "t.created_at"
  return ` AND greatest(${names}) <= '${before.toISOString()}'::timestamptz`
}

/**
 * Erases a table's rows of one person; null when there is nothing to erase in it. Run again it changes nothing.
 *
 * @param before only rows that nobody has touched since; none of a table that does not tell
 */
export const eraseStatement = (
  map: TableMap,
  schema: Schema,
  keys: SubjectKeys,
  before?: Date
): Statement | null => {
  const age = notSince(columnsIn(map, schema), before)
  if (isMissing(map, schema) || age === undefined) return null
  if (map.rowsRemoved) {
    return bindKeys(
      `DELETE FROM ${quote(map.table)} AS t WHERE (${apartInMap(map.table, map.subject)})${age}`,
      keys
    )
  }
  const pairs = changes(map, columnsIn(map, schema))
  if (pairs.length === 0) return null
  const set = pairs.map(([name, value]) => `${quote(name)} = ${value}`).join(", ")
  return bindKeys(
    `UPDATE ${quote(map.table)} AS t SET ${set} WHERE (${apartInMap(map.table, map.subject)}) AND (${differs(pairs)})${age}`,
    keys
  )
}

const byCategory = (columns: [string, ColumnRule][]): Map<string, [string, ColumnRule][]> => {
  const groups = new Map<string, [string, ColumnRule][]>()
  for (const entry of columns) {
    groups.set(entry[1].category, [...(groups.get(entry[1].category) ?? []), entry])
  }
  return groups
}

/**
 * Counts, per category, a person's rows that still hold something to erase: what a preview announces before
 * and a proof reads back afterwards. Columns `category` and `rows`.
 */
export const pendingStatement = (
  map: TableMap,
  schema: Schema,
  keys: SubjectKeys,
  before?: Date
): Statement | null => {
  const columns = columnsIn(map, schema)
  const age = notSince(columns, before)
  if (isMissing(map, schema) || age === undefined) return null
  const from = `FROM ${quote(map.table)} AS t WHERE (${apartInMap(map.table, map.subject)})${age}`
  const groups = byCategory(erasable(map, columns))
  if (map.rowsRemoved) {
    const [category = "technical"] = groups.keys()
    return bindKeys(`SELECT '${category}' AS category, count(*)::int AS rows ${from}`, keys)
  }
  const selects = [...groups].map(([category, entries]) => {
    const pairs = entries.map(
      ([name, { erase, paths }]) => [name, erasedValue(name, erase, paths, columns)] as const
    )
    return `SELECT '${category}' AS category, count(*)::int AS rows ${from} AND (${differs(pairs)})`
  })
  return selects.length === 0 ? null : bindKeys(selects.join(" UNION ALL "), keys)
}

/** Counts rows kept as evidence or bookkeeping; null of a table whose rows go. Columns `category` and `rows`. */
export const keptStatement = (
  map: TableMap,
  schema: Schema,
  keys: SubjectKeys
): Statement | null => {
  if (isMissing(map, schema) || map.rowsRemoved) return null
  const kept = Object.entries(map.columns).filter(([, rule]) => rule.erase === "keep")
  const [first] = kept
  if (!first) return null
  return bindKeys(
    `SELECT '${first[1].category}' AS category, count(*)::int AS rows FROM ${quote(map.table)} AS t WHERE (${apartInMap(map.table, map.subject)})`,
    keys
  )
}

export type ExportProfile = "access" | "portability"

/** Art. 20: what the person provided or the store observed of them, on contract or consent. */
export const isPortable = (rule: ColumnRule): boolean =>
  rule.portable ??
  ((rule.origin === "provided" || rule.origin === "observed") &&
    (rule.basis === "contract" || rule.basis === "consent"))

/** Columns of a table that a profile shows, what the row is about first; none when it shows nothing of it. */
export const exportColumns = (map: TableMap, schema: Schema, profile: ExportProfile): string[] => {
  const columns = columnsIn(map, schema)
  const shown = Object.entries(map.columns)
    .filter(([name, rule]) => columns.has(name) && shownValue(name, rule) !== null)
    .filter(([, rule]) => profile === "access" || isPortable(rule))
    .map(([name]) => name)
  if (profile === "portability" && shown.length === 0) return []
  const context = Object.keys(map.context).filter((name) => columns.has(name))
  return [...new Set([...context, ...shown])]
}

/** What an export selects of a column: all of it, or what its key paths leave. */
const selected = (name: string, rule: ColumnRule | undefined): string => {
  const present = `t.${quote(name)}`
  const shown = rule ? shownValue(present, rule) : present
  return shown === null || shown === present ? present : `${shown} AS ${quote(name)}`
}

/**
 * Selects a person's rows of one table as JSON text (`row`), with what kinds of data each holds (`kinds`, bits as
 * `heldKinds` sets them); null when the profile shows nothing of it.
 */
export const exportStatement = (
  map: TableMap,
  schema: Schema,
  keys: SubjectKeys,
  profile: ExportProfile
): Statement | null => {
  if (isMissing(map, schema)) return null
  const list = exportColumns(map, schema, profile).map((name) => selected(name, map.columns[name]))
  if (list.length === 0) return null
  const kinds = heldKinds(columnKinds(map, columnsIn(map, schema)))
  const order = columnsIn(map, schema).has("id") ? " ORDER BY t.id" : ""
  return bindKeys(
    `SELECT row_to_json(r)::text AS row, ${kinds} AS kinds FROM ${quote(map.table)} AS t, LATERAL (SELECT ${list.join(", ")}) AS r WHERE ${apartInMap(map.table, map.subject)}${order}`,
    keys
  )
}
