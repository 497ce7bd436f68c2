import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { keptStatement, pendingStatement } from "../domain/statements"
import type { Schema, Statement, SubjectKeys } from "../domain/statements"
import { registeredTables } from "../registry"
import { findBlocked, findKeptDocuments, findKeptOrders, keptAddresses } from "./order-facts"
import type { BlockedOrder, KeptDocument, KeptOrder } from "./order-facts"
import { resolveSubject, without } from "./resolve"
import type { Known, Person, Subject } from "./resolve"
import { readSchema } from "./schema"

type Connection = Knex | Knex.Transaction

export type CategoryCount = { category: string; rows: number }

export type AssessOptions = {
  overrideBlocks: boolean
  financialYearStartsIn: number
  now: Date
  known?: Known
}

/** All that is to be decided about one person's erasure, read in one transaction. */
export type Assessment = {
  person: Person
  /** What goes now. */
  keys: SubjectKeys
  schema: Schema
  blocked: BlockedOrder[]
  /** Blocks that were overridden by the person who asks. */
  overridden: BlockedOrder[]
  keptOrders: KeptOrder[]
  keptDocuments: KeptDocument[]
  uncertain: string[]
}

/** Finds a person and decides what goes now, what waits, and what a law keeps. */
export const assess = async (
  connection: Connection,
  subject: Subject,
  { overrideBlocks, financialYearStartsIn, now, known }: AssessOptions
): Promise<Assessment> => {
  const { person, keys: all, uncertain } = await resolveSubject(connection, subject, known)
  const found = await findBlocked(connection, all)
  const blocked = overrideBlocks ? [] : found
  const keys =
    blocked.length === 0
      ? all
      : await without(
          connection,
          all,
          blocked.map(({ id }) => id)
        )
  const keptOrders = await findKeptOrders(connection, keys, { financialYearStartsIn, now })
  const { all: schema } = await readSchema(connection)
  return {
    person,
    keys: {
      ...keys,
      kept_order: keptOrders.map(({ order_id }) => order_id),
      kept_address: await keptAddresses(connection, keptOrders),
    },
    schema,
    blocked,
    overridden: overrideBlocks ? found : [],
    keptOrders,
    keptDocuments: await findKeptDocuments(connection, all),
    uncertain,
  }
}

const count = async (
  connection: Connection,
  statement: Statement | null
): Promise<CategoryCount[]> =>
  statement ? selectRows<CategoryCount>(connection, statement.sql, statement.bindings) : []

const sum = (rows: readonly CategoryCount[]): CategoryCount[] => {
  const totals = new Map<string, number>()
  for (const { category, rows: n } of rows) totals.set(category, (totals.get(category) ?? 0) + n)
  return [...totals]
    .filter(([, n]) => n > 0)
    .map(([category, n]) => ({ category, rows: n }))
    .sort((a, b) => a.category.localeCompare(b.category))
}

/** Rows per category that still hold something to erase: before, what will go; afterwards, what was left. */
export const countPending = async (
  connection: Connection,
  { schema, keys }: Pick<Assessment, "schema" | "keys">
): Promise<CategoryCount[]> => {
  const rows: CategoryCount[] = []
  for (const map of registeredTables()) {
    rows.push(...(await count(connection, pendingStatement(map, schema, keys))))
  }
  return sum(rows)
}

/** Rows per category that are kept as evidence. */
export const countKept = async (
  connection: Connection,
  { schema, keys }: Pick<Assessment, "schema" | "keys">
): Promise<CategoryCount[]> => {
  const rows: CategoryCount[] = []
  for (const map of registeredTables()) {
    rows.push(...(await count(connection, keptStatement(map, schema, keys))))
  }
  return sum(rows)
}
