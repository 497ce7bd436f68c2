import type { Knex } from "../../../shared/postgres"
import { eraseStatement } from "../domain/statements"
import type { SubjectKeys } from "../domain/statements"
import { SUBJECT_KEYS } from "../domain/table-map"
import type { SubjectKey, TableMap } from "../domain/table-map"
import { mappedTables } from "../registry"
import { assess, countPending, sharedRows } from "./assess"
import type { Assessment, AssessOptions, CategoryCount } from "./assess"
import type { Known, Subject } from "./resolve"
import { inTable } from "./table-refused"

/** One of those to be erased: asked for by id or e-mail, or known by ids from before. */
export type ToErase = Subject & { known?: Known }

/** Called with what was found of one person, before anything is changed. */
export type BeforeErasing = (facts: Assessment) => Promise<void>

export type Erased = { facts: Assessment; erased: CategoryCount[] }

const unite = (keys: readonly SubjectKeys[]): SubjectKeys =>
  Object.fromEntries(
    SUBJECT_KEYS.map((key) => [key, [...new Set(keys.flatMap((own) => own[key]))]])
  ) as Record<SubjectKey, string[]>

/**
 * Erases every row of the map that belongs to the people: set-based, children first.
 *
 * @param maps the tables, in their order; all of the map by default
 * @throws TableRefused
 */
export const eraseRows = async (
  transaction: Knex.Transaction,
  { keys, schema }: Pick<Assessment, "keys" | "schema">,
  maps: readonly TableMap[] = mappedTables(schema)
): Promise<void> => {
  // A login that is staff's too stays theirs and only forgets the customer.
  await transaction.raw(
    `UPDATE auth_identity SET app_metadata = app_metadata - 'customer_id'
      WHERE app_metadata->>'customer_id' = ANY(?) AND app_metadata->>'user_id' IS NOT NULL`,
    [[...keys.customer]]
  )
  for (const map of maps) {
    const statement = eraseStatement(map, schema, keys)
    if (!statement) continue
    await inTable(map.table, transaction.raw(statement.sql, statement.bindings))
  }
}

/** Erases what a restored person left under an e-mail that somebody else uses now. */
const eraseOldRows = async (transaction: Knex.Transaction, facts: Assessment): Promise<void> => {
  const old = sharedRows(facts)
  for (const map of old?.maps ?? []) {
    const statement = eraseStatement(map, facts.schema, old?.keys ?? facts.keys, old?.before)
    if (statement) await inTable(map.table, transaction.raw(statement.sql, statement.bindings))
  }
}

/**
 * Erases any number of people in the caller's transaction: each is judged alone (what waits, what a law keeps, holds
 * and vetoes), then all go with one statement per table.
 *
 * @returns for each, in order, what was found and what was erased; nothing of those with a stop
 */
export const eraseSubjects = async (
  transaction: Knex.Transaction,
  subjects: readonly ToErase[],
  {
    beforeErasing,
    ...options
  }: Omit<AssessOptions, "known" | "ignoreStops"> & { beforeErasing?: BeforeErasing }
): Promise<Erased[]> => {
  const results: Erased[] = []
  for (const { known, ...subject } of subjects) {
    const facts = await assess(transaction, subject, { ...options, ...(known && { known }) })
    const isStopped = facts.stops.length > 0
    results.push({ facts, erased: isStopped ? [] : await countPending(transaction, facts) })
    if (!isStopped) await beforeErasing?.(facts)
  }
  const [first] = results
  if (first) {
    const keys = unite(results.map(({ facts }) => facts.keys))
    await eraseRows(transaction, { keys, schema: first.facts.schema })
    for (const { facts } of results) await eraseOldRows(transaction, facts)
  }
  return results
}
