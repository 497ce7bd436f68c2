import type { ColumnRule, TableMap } from "../table-map"

/** What the map says of columns that hold something about the person. */
export type FoundRule = Pick<ColumnRule, "category" | "purpose" | "origin" | "basis" | "retention">

/** Columns of a table of which the map says the same. */
export type ColumnKind = { rule: FoundRule; columns: string[] }

/** What an export's rows turned out to hold. It is filled while they are written, so that each is read once. */
export type Findings = { rows: Map<string, number>; rules: FoundRule[] }

const sameness = ({ category, purpose, origin, basis, retention }: ColumnRule): string =>
  JSON.stringify([category, purpose, origin, basis, retention])

/** Those columns of a table that are in `present`, by what the map says of them. */
export const columnKinds = (map: TableMap, present: ReadonlySet<string>): ColumnKind[] => {
  const kinds = new Map<string, ColumnKind>()
  for (const [column, rule] of Object.entries(map.columns)) {
    if (!present.has(column)) continue
    const kind = kinds.get(sameness(rule)) ?? { rule, columns: [] }
    kind.columns.push(column)
    kinds.set(sameness(rule), kind)
  }
  return [...kinds.values()]
}

/** SQL of which kinds a row `t` holds a value of: a number with one bit each. */
export const heldKinds = (kinds: readonly ColumnKind[]): string =>
  kinds
    .map(({ columns }, index) => {
      const holds = columns.map((name) => `t."${name}" IS NOT NULL`).join(" OR ")
      return `((${holds})::int << ${index.toString()})`
    })
    .join(" | ") || "0"

/** The rules of those kinds whose bits are set. */
export const rulesOf = (kinds: readonly ColumnKind[], held: number): FoundRule[] =>
  kinds.filter((_, index) => ((held >> index) & 1) === 1).map(({ rule }) => rule)
