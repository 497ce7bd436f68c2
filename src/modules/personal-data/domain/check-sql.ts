import { SUBJECT_KEYS } from "./table-map"

const KEYS: ReadonlySet<string> = new Set(SUBJECT_KEYS)

const QUOTED = /'(?:[^']|'')*'/g
const NAMED = /(?<!:):([A-Za-z_]\w*)/g

const namesIn = (sql: string): string[] => Array.from(sql.matchAll(NAMED), ([, name = ""]) => name)

/**
 * What would make registered SQL fail or mean something else once the person's keys are bound; null when nothing.
 *
 * @param others names that are bound beside the person's keys
 */
export const findSqlProblem = (sql: string, others: readonly string[] = []): string | null => {
  if (sql.includes("?")) {
    return "holds a question mark, which stands for a binding; use jsonb_exists(t.data, 'key')"
  }
  const unquoted = sql.replace(QUOTED, "''")
  if (unquoted.includes(";")) return "holds a semicolon; it is part of a longer statement"
  if (unquoted.replaceAll("''", "").includes("'")) return "has a quote that is not closed"
  if (/--|\/\*|\$\w*\$/.test(unquoted)) {
    return "holds a comment or a dollar quote; what follows it in the whole statement would be lost"
  }
  const unknown = namesIn(unquoted).find((name) => !KEYS.has(name) && !others.includes(name))
  if (unknown !== undefined) {
    return `names the key :${unknown}, which does not exist; the keys are :${SUBJECT_KEYS.join(", :")}`
  }
  const quoted = (sql.match(QUOTED) ?? []).flatMap(namesIn).find((name) => KEYS.has(name))
  return quoted === undefined ? null : `has the key :${quoted} inside quotes`
}
