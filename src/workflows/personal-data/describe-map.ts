import { isNamedBy } from "../../modules/personal-data/domain/table-names"
import { keptPaths, secretPaths } from "../../modules/personal-data/domain/json-paths"
import { isPortable } from "../../modules/personal-data/domain/statements"
import type { Schema } from "../../modules/personal-data/domain/statements"
import type { ColumnRule, TableMap } from "../../modules/personal-data"
import type { AdminDataMapColumn, AdminDataMapTable } from "../../types/http"

const strategyWord = ({ erase, paths }: ColumnRule): string => {
  if (typeof erase === "object") return "sql" in erase ? "partly" : "sometimes"
  if (erase === "keep") return secretPaths(paths).length > 0 ? "partly" : "kept"
  if (keptPaths(paths).length > 0) return "partly"
  return erase === "placeholder_email" ? "replaced" : "emptied"
}

const personal = (map: TableMap, column: string, rule: ColumnRule): AdminDataMapColumn => ({
  column,
  kind: "personal",
  category: rule.category,
  purpose: rule.purpose,
  origin: rule.origin,
  basis: rule.basis,
  retention: rule.retention,
  erase: map.rowsRemoved ? "removed" : strategyWord(rule),
  portable: rule.secret !== true && isPortable(rule),
  secret: rule.secret === true,
  reason: null,
  paths: Object.entries(rule.paths ?? {}).map(([path, pathRule]) => ({
    path,
    rule: "keep" in pathRule ? "keep" : "secret",
    reason: "keep" in pathRule ? pathRule.keep : null,
  })),
})

const notPersonal =
  (kind: "context" | "free") =>
  ([column, reason]: [string, string]): AdminDataMapColumn => ({
    column,
    kind,
    category: null,
    purpose: null,
    origin: null,
    basis: null,
    retention: null,
    erase: null,
    portable: false,
    secret: false,
    reason,
    paths: [],
  })

/** One table of the map as the screens show it; a form such as `cat_*` is one table. */
export const describeMap = (map: TableMap, schema: Schema): AdminDataMapTable => ({
  table: map.table,
  has_subject: map.subject !== "false",
  is_present: [...schema.keys()].some((name) => isNamedBy(map.table, name)),
  rows_removed: map.rowsRemoved,
  columns: [
    ...Object.entries(map.columns).map(([column, rule]) => personal(map, column, rule)),
    ...Object.entries(map.context).map(notPersonal("context")),
    ...Object.entries(map.free).map(notPersonal("free")),
  ],
})
