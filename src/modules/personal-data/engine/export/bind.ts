import type { Statement, SubjectKeys } from "../../domain/statements"
import { emptyKeys, SUBJECT_KEYS } from "../../domain/table-map"

/** A statement whose bindings are array literals, one text each. */
export type BoundStatement = { sql: string; bindings: string[] }

const arrayLiteral = (ids: readonly string[]): string =>
  `{${ids.map((id) => `"${id.replace(/["\\]/g, "\\$&")}"`).join(",")}}`

/** Keys that hold their own names: statements made with them are bound by the binder below. */
export const KEY_NAMES: SubjectKeys = (() => {
  const names = emptyKeys()
  for (const name of SUBJECT_KEYS) names[name] = [name]
  return names
})()

/**
 * Binds statements made with `KEY_NAMES` to a person's ids. A person of ten thousand orders has lists of a megabyte,
 * and each is used in dozens of statements, so each is written as Postgres reads it once.
 */
export const binderOf = (keys: SubjectKeys): ((statement: Statement) => BoundStatement) => {
  const literals = new Map<string, string>(
    SUBJECT_KEYS.map((name) => [name, arrayLiteral(keys[name])])
  )
  return ({ sql, bindings }) => ({
    sql,
    bindings: bindings.map(([name = ""]) => literals.get(name) ?? "{}"),
  })
}
