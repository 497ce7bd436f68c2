import type { Knex } from "../../../shared/postgres"
import { keptStatement, pendingStatement } from "../domain/statements"
import type { Schema, Statement, SubjectKeys } from "../domain/statements"
import { emptyKeys } from "../domain/table-map"
import { mappedTables } from "../registry"
import { findHolds } from "./holds"
import { findBlocked, findCheckouts } from "./open-orders"
import { findKeptDocuments, findKeptOrders, keptAddresses } from "./order-facts"
import type { BlockedOrder, KeptDocument, KeptOrder } from "./order-facts"
import { resolveSubject, without } from "./resolve"
import type { Known, Person, Shared, Subject } from "./resolve"
import type { UncertainRow } from "./uncertain-rows"
import { readSchema } from "./schema"
import { inTable, TableRefused } from "./table-refused"
import { askVetoes } from "./vetoes"

type Connection = Knex | Knex.Transaction

export type CategoryCount = { category: string; rows: number }

export type AssessOptions = {
  overrideBlocks: boolean
  financialYearStartsIn: number
  now: Date
  known?: Known
  /** Where a veto that failed is told of. */
  warn: (line: string) => void
  /** Carts that somebody else is working on right now. */
  busyCarts?: readonly string[]
  /** Planning asks only what there is to erase, not whether it may go now. */
  ignoreStops?: boolean
}

/** All that is to be decided about one person's erasure, read in one transaction. */
export type Assessment = {
  person: Person
  /** What goes now. */
  keys: SubjectKeys
  schema: Schema
  /** Holds and vetoes: while there is one, nothing of the person goes. */
  stops: BlockedOrder[]
  /** What must wait, stops included. */
  blocked: BlockedOrder[]
  /** Blocks that were overridden by the person who asks. */
  overridden: BlockedOrder[]
  keptOrders: KeptOrder[]
  keptDocuments: KeptDocument[]
  uncertain: UncertainRow[]
  /** Rows that only share the e-mail of an order staff confirmed. */
  others: UncertainRow[]
  /** Orders and carts that staff confirmed. */
  confirmed: string[]
  /** What somebody who came back shares with a restored person. */
  shared: Shared | null
}

type Whole = Pick<Assessment, "schema" | "keys" | "shared">

type Blocks = Pick<Assessment, "stops" | "blocked" | "overridden">

/** Holds, vetoes and a checkout that runs are never overridden; what staff only waits for may be. */
const findBlocks = async (
  transaction: Knex.Transaction,
  keys: SubjectKeys,
  { overrideBlocks, now, warn, busyCarts = [], ignoreStops = false }: AssessOptions
): Promise<Blocks> => {
  const holds = await findHolds(transaction, keys, now)
  const [id = "person"] = keys.customer
  const vetoes = ignoreStops ? [] : await askVetoes(transaction, { keys, warn })
  const stops = [
    ...(ignoreStops ? [] : holds.person),
    ...vetoes.map((reason) => ({ id, display_id: null, reason })),
  ]
  const firm = [...holds.orders, ...(await findCheckouts(transaction, keys, busyCarts))]
  const isFirm = new Set(firm.map((row) => row.id))
  const open = (await findBlocked(transaction, keys)).filter((row) => !isFirm.has(row.id))
  return {
    stops,
    blocked: [...stops, ...firm, ...(overrideBlocks ? [] : open)],
    overridden: overrideBlocks ? open : [],
  }
}

/** Finds a person and decides what goes now, what waits, and what a law keeps. */
export const assess = async (
  transaction: Knex.Transaction,
  subject: Subject,
  options: AssessOptions
): Promise<Assessment> => {
  const { known, ...facts } = options
  const { keys: all, ...resolved } = await resolveSubject(transaction, subject, known)
  const blocks = await findBlocks(transaction, all, options)
  const waiting = blocks.blocked.map(({ id }) => id)
  const open = waiting.length === 0 ? all : await without(transaction, all, waiting)
  const keys = blocks.stops.length > 0 ? emptyKeys() : open
  const keptOrders = await findKeptOrders(transaction, keys, facts)
  const { all: schema } = await readSchema(transaction)
  return {
    ...resolved,
    keys: {
      ...keys,
      kept_order: keptOrders.map(({ order_id }) => order_id),
      kept_address: await keptAddresses(transaction, keptOrders),
    },
    schema,
    ...blocks,
    shared: blocks.stops.length > 0 ? null : resolved.shared,
    keptOrders,
    keptDocuments: await findKeptDocuments(transaction, all),
  }
}

const count = async (
  connection: Connection,
  table: string,
  statement: Statement | null
): Promise<CategoryCount[]> => {
  if (!statement) return []
  const { sql, bindings } = statement
  const counted = connection.raw<{ rows: CategoryCount[] }>(sql, bindings)
  return (await inTable(table, counted)).rows
}

const sum = (rows: readonly CategoryCount[]): CategoryCount[] => {
  const totals = new Map<string, number>()
  for (const { category, rows: n } of rows) totals.set(category, (totals.get(category) ?? 0) + n)
  return [...totals]
    .filter(([, n]) => n > 0)
    .map(([category, n]) => ({ category, rows: n }))
    .sort((a, b) => a.category.localeCompare(b.category))
}

/** What is found by e-mails that somebody else uses now: the tables that know e-mails, and the keys to look with. */
export const sharedRows = ({ schema, keys, shared }: Whole) =>
  shared === null
    ? null
    : {
        before: shared.before,
        keys: { ...emptyKeys(), email: shared.emails, uncertain: [...keys.uncertain] },
        maps: mappedTables(schema).filter(({ subject }) => subject.includes(":email")),
      }

/** Rows per category that still hold something to erase: before, what will go; afterwards, what was left. */
export const countPending = async (
  connection: Connection,
  whole: Whole
): Promise<CategoryCount[]> => {
  const { schema, keys } = whole
  const rows: CategoryCount[] = []
  for (const map of mappedTables(schema)) {
    rows.push(...(await count(connection, map.table, pendingStatement(map, schema, keys))))
  }
  const old = sharedRows(whole)
  for (const map of old?.maps ?? []) {
    const statement = pendingStatement(map, schema, old?.keys ?? keys, old?.before)
    rows.push(...(await count(connection, map.table, statement)))
  }
  return sum(rows)
}

/** Whether anything is left to erase; when a table refuses to be asked, something may be. */
export const hasPending = async (transaction: Knex.Transaction, facts: Whole): Promise<boolean> => {
  try {
    // In a savepoint: a statement that fails must not break the caller's transaction.
    const pending = await transaction.transaction((savepoint) => countPending(savepoint, facts))
    return pending.length > 0
  } catch (error) {
    if (error instanceof TableRefused) return true
    throw error
  }
}

/** Rows per category that are kept as evidence. */
export const countKept = async (
  connection: Connection,
  { schema, keys }: Pick<Assessment, "schema" | "keys">
): Promise<CategoryCount[]> => {
  const rows: CategoryCount[] = []
  for (const map of mappedTables(schema)) {
    rows.push(...(await count(connection, map.table, keptStatement(map, schema, keys))))
  }
  return sum(rows)
}
