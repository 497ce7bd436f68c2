import { bindKeys } from "../statements"
import type { Schema, Statement, SubjectKeys } from "../statements"
import type { ColumnRule, TableMap } from "../table-map"

/** What the map says of columns that hold something about the person. */
export type FoundRule = Pick<ColumnRule, "category" | "purpose" | "origin" | "basis" | "retention">

const kindOf = ({ category, purpose, origin, basis, retention }: ColumnRule): string =>
  JSON.stringify([category, purpose, origin, basis, retention])

/** Columns of a table that this database has, by what the map says of them. */
const kinds = (map: TableMap, schema: Schema): { rule: ColumnRule; columns: string[] }[] => {
  const groups = new Map<string, { rule: ColumnRule; columns: string[] }>()
  for (const [column, rule] of Object.entries(map.columns)) {
    if (!schema.get(map.table)?.has(column)) continue
    const group = groups.get(kindOf(rule)) ?? { rule, columns: [] }
    group.columns.push(column)
    groups.set(kindOf(rule), group)
  }
  return [...groups.values()]
}

/** Counts a person's rows of a table (`rows`) and tells by kind whether one holds a value (`kinds`). */
export const foundStatement = (map: TableMap, schema: Schema, keys: SubjectKeys): Statement => {
  const holds = kinds(map, schema).map(
    ({ columns }) =>
      `coalesce(bool_or(${columns.map((name) => `t."${name}" IS NOT NULL`).join(" OR ")}), false)`
  )
  return bindKeys(
    `SELECT count(*)::int AS rows, ARRAY[${holds.join(", ")}]::boolean[] AS kinds FROM "${map.table}" AS t WHERE ${map.subject}`,
    keys
  )
}

/** The rules of those kinds that the statement above found. */
export const foundRules = (map: TableMap, schema: Schema, found: readonly boolean[]): FoundRule[] =>
  kinds(map, schema)
    .filter((_, index) => found[index] === true)
    .map(({ rule }) => rule)
