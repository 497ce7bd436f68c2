import type { ZodType } from "@medusajs/framework/zod"
import { findSqlProblem } from "./check-sql"
import { isKeyPath } from "./json-paths"
import { isRuleName } from "./retention/rules"
import { otherPartsSchema, tableSchema } from "./registration-schema"
import type { ColumnRule, EraseStrategy, PathRule, TableMap } from "./table-map"

type Issue = { path: PropertyKey[]; message: string }

const firstIssue = (schema: ZodType, value: unknown): Issue | null =>
  schema.safeParse(value).error?.issues[0] ?? null

const sqlOf = (erase: EraseStrategy): string[] => {
  if (typeof erase !== "object") return []
  return "sql" in erase ? [erase.sql] : [erase.when, ...sqlOf(erase.then)]
}

const firstProblem = (sqls: readonly string[]): string | null =>
  sqls.map((sql) => findSqlProblem(sql)).find((problem) => problem !== null) ?? null

/** Why a key path cannot be what it says, given the rule of its column; null when it can. */
export const findPathProblem = (
  map: TableMap,
  rule: ColumnRule,
  path: string,
  pathRule: PathRule
): string | null => {
  if (!isKeyPath(path)) return `the path "${path}" must be keys joined by dots, * for any key`
  if (rule.erase === "empty_text" || rule.erase === "placeholder_email") {
    return `has paths, but erasure writes text (${rule.erase}): paths belong to JSON columns`
  }
  if (!("keep" in pathRule)) return null
  if (map.rowsRemoved) return `the path "${path}" cannot be kept: erasure removes the rows`
  if (rule.erase === "keep") return `the path "${path}" is kept anyway: erasure keeps the column`
  return null
}

const findColumnProblem = (map: TableMap, column: string, rule: ColumnRule): string | null => {
  if (map.rowsRemoved && rule.erase === "keep") return "cannot be kept: erasure removes the rows"
  const sql = firstProblem(sqlOf(rule.erase))
  if (sql !== null) return `erase ${sql}`
  for (const [path, pathRule] of Object.entries(rule.paths ?? {})) {
    const problem = findPathProblem(map, rule, path, pathRule)
    if (problem !== null) return problem
  }
  const others = [Object.hasOwn(map.context, column), Object.hasOwn(map.free, column)]
  return others.includes(true) ? "is declared twice, differently" : null
}

/** The field of a table's shape that is wrong, and of which column. */
const describeShape = ({ path, message }: Issue): string => {
  const [part, column, ...rest] = path.map(String)
  const isOfColumn =
    column !== undefined && ["columns", "context", "free", "also"].includes(part ?? "")
  if (!isOfColumn) return `${part ?? "the declaration"} ${message}`
  return `column "${column}": ${[rest.join("."), message].filter(Boolean).join(" ")}`
}

const nameOf = (value: unknown): string =>
  typeof value === "object" && value !== null && "table" in value && typeof value.table === "string"
    ? value.table
    : "without a name"

/** What is wrong with a declared table, naming it and the column; null when nothing is. */
const findTableProblem = (value: unknown): string | null => {
  const at = `table "${nameOf(value)}"`
  const shape = firstIssue(tableSchema(), value)
  if (shape) return `${at}, ${describeShape(shape)}`
  const map = value as TableMap
  const declared = [map.columns, map.context, map.free].flatMap((part) => Object.keys(part))
  if (declared.length === 0) return `${at} declares no column`
  const subject = findSqlProblem(map.subject)
  if (subject !== null) return `${at}: its path ${subject}`
  for (const [column, rule] of Object.entries(map.columns)) {
    const problem = findColumnProblem(map, column, rule)
    if (problem !== null) return `${at}, column "${column}": ${problem}`
  }
  const twice = Object.keys(map.context).find((column) => Object.hasOwn(map.free, column))
  if (twice !== undefined) return `${at}, column "${twice}": is declared twice, differently`
  for (const [column, sql] of Object.entries(map.also)) {
    const problem = findSqlProblem(sql)
    if (problem !== null) return `${at}, column "${column}": alsoSet ${problem}`
  }
  return null
}

const STATEMENTS = [
  ...(["coverage", "keptDocuments", "blocks", "companies"] as const),
  ...(["documentNumbers", "recipientRegister"] as const),
] as const

/** A look-up by a document's number is given the number that was typed; a register of recipients, whose it is. */
const BOUND_BESIDE: Partial<Record<(typeof STATEMENTS)[number], string[]>> = {
  documentNumbers: ["number"],
  recipientRegister: ["controller"],
}

type Parts = {
  tables?: readonly unknown[]
  sections?: readonly { name: string; sql: string }[]
  automatedDecisions?: readonly { name: string; sql: string; inUse: string }[]
  retention?: readonly { name: string; sql: string }[]
} & Partial<Record<(typeof STATEMENTS)[number], { name: string; sql: string }>>

/**
 * What is wrong with a registration, in words that name the part, table and column; null when it can be used. Takes
 * anything: a host may write its options in JavaScript.
 */
export const findRegistrationProblem = (value: unknown): string | null => {
  const shape = firstIssue(otherPartsSchema(), value)
  if (shape) return `${shape.path.map(String).join(".") || "it"} ${shape.message}`
  const { tables = [], sections = [], retention = [], ...parts } = value as Parts
  const { automatedDecisions = [] } = parts
  for (const table of tables) {
    const problem = findTableProblem(table)
    if (problem !== null) return problem
  }
  for (const part of STATEMENTS) {
    const statement = parts[part]
    const problem = statement && findSqlProblem(statement.sql, BOUND_BESIDE[part])
    if (statement && problem) return `${part} "${statement.name}": its SQL ${problem}`
  }
  for (const { name, sql } of sections) {
    const problem = findSqlProblem(sql)
    if (problem !== null) return `section "${name}": its SQL ${problem}`
  }
  for (const { name, sql, inUse } of automatedDecisions) {
    const problem = firstProblem([sql, inUse])
    if (problem !== null) return `automatedDecision "${name}": its SQL ${problem}`
  }
  for (const { name, sql } of retention) {
    if (isRuleName(name)) return `retention "${name}": the plugin has a rule of this name`
    const problem = findSqlProblem(sql)
    if (problem !== null) return `retention "${name}": its SQL ${problem}`
  }
  return null
}
