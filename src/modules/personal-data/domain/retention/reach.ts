import type { ColumnRule, TableMap } from "../table-map"

/** Kept as evidence or for a law: it goes by a date of its own, or tells of nobody once the rest is gone. */
const isKept = ({ erase, retention }: ColumnRule): boolean =>
  erase === "keep" || retention === "evidence" || retention === "bookkeeping"

/**
 * Columns of the map that no rule reaches: rows of a table without a path from a person, which no source names and no
 * registered date.
 *
 * @param named tables that a rule or a registered date names
 */
export const columnsWithoutRule = (
  maps: readonly TableMap[],
  named: ReadonlySet<string>
): { table: string; column: string }[] =>
  maps
    .filter(({ table, subject }) => !named.has(table) && !/:[a-z_]+/.test(subject))
    .flatMap(({ table, columns }) =>
      Object.entries(columns)
        .filter(([, rule]) => !isKept(rule))
        .map(([column]) => ({ table, column }))
    )
