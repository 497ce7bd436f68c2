import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { eraseStatement } from "../../domain/statements"
import type { Schema, SubjectKeys } from "../../domain/statements"
import { emptyKeys, SUBJECT_KEYS } from "../../domain/table-map"
import type { TableMap } from "../../domain/table-map"
import { mappedTables, registeredRetention } from "../../registry"
import { eraseRows } from "../erase-subjects"
import { findKeptOrders, keptAddresses } from "../order-facts"
import type { KeptOrder } from "../order-facts"
import type { Source } from "../retention/sources"
import { refuseTokens, storeRestrictions } from "../run-erasure"
import type { RunOptions } from "../run-erasure"
import { inTable } from "../table-refused"
import { askVetoes } from "../vetoes"
import { keysOfItems, withPeople } from "./keys"

/** The store's own code has something against erasing an item. */
export class Vetoed extends Error {
  constructor(readonly reason: string) {
    super(reason)
    this.name = "Vetoed"
  }
}

/** What an account did last is known by its orders and carts; when they forget it, the month is noted. */
const NOTE_ACTS = `
  INSERT INTO dk_personal_data_account_visit AS v (id, month)
  SELECT d.customer_id, max(to_char(d.created_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM')) FROM (
    SELECT customer_id, created_at FROM "order" WHERE id = ANY(:order)
    UNION ALL SELECT customer_id, created_at FROM cart WHERE id = ANY(:cart)) d
    JOIN customer c ON c.id = d.customer_id AND c.has_account GROUP BY d.customer_id
  ON CONFLICT (id) DO UPDATE SET month = excluded.month, updated_at = now() WHERE v.month < excluded.month`

/** Of one table the rows with these ids, or some of their columns. */
const eraseInTable = async (
  transaction: Knex.Transaction,
  { table, columns }: { table: string; columns?: readonly string[] },
  { ids, schema }: { ids: readonly string[]; schema: Schema }
): Promise<void> => {
  const map = mappedTables(schema).find((one) => one.table === table)
  if (!map) return
  const rules = Object.entries(map.columns).filter(([name]) => columns?.includes(name) ?? true)
  const some: TableMap = {
    ...map,
    subject: "t.id = ANY(:item)",
    columns: Object.fromEntries(rules),
  }
  const statement = eraseStatement(some, schema, { ...emptyKeys(), item: ids } as SubjectKeys)
  if (statement) await inTable(table, transaction.raw(statement.sql, statement.bindings))
}

/** A path leads to rows by the keys it names: without any of these there are none. */
const isLedTo = ({ subject }: TableMap, keys: SubjectKeys): boolean => {
  const named = SUBJECT_KEYS.filter((key) => new RegExp(`:${key}\\b`).test(subject))
  return named.length === 0 || named.some((key) => keys[key].length > 0)
}

/** Rows that have dates of their own stay until then. */
const sweptTables = (schema: Schema, keys: SubjectKeys): TableMap[] => {
  const dated = new Set(registeredRetention().flatMap(({ tables = [] }) => tables))
  return mappedTables(schema).filter((map) => !dated.has(map.table) && isLedTo(map, keys))
}

type Sweeping = Pick<RunOptions, "financialYearStartsIn" | "now" | "warn"> & {
  sweepId: string
  schema: Schema
}

const askFirst = async (
  transaction: Knex.Transaction,
  keys: SubjectKeys,
  { warn }: Sweeping
): Promise<void> => {
  const asked = await withPeople(transaction, keys)
  const [reason] = await askVetoes(transaction, { keys: asked, warn })
  if (reason !== undefined) throw new Vetoed(reason)
}

/**
 * Erases items of one source in the caller's transaction, with one statement per table.
 *
 * @returns what hung on them
 * @throws TableRefused, Vetoed
 */
export const eraseItems = async (
  transaction: Knex.Transaction,
  source: Source,
  ids: readonly string[],
  sweeping: Sweeping
): Promise<SubjectKeys> => {
  const { sweepId, schema } = sweeping
  if (source.only) {
    await eraseInTable(transaction, source.only, { ids, schema })
    return emptyKeys()
  }
  const keys = await keysOfItems(transaction, source, ids)
  await askFirst(transaction, keys, sweeping)
  const keptOrders: KeptOrder[] =
    keys.order.length === 0 ? [] : await findKeptOrders(transaction, keys, sweeping)
  const whole = {
    ...keys,
    kept_order: keptOrders.map(({ order_id }) => order_id),
    kept_address: await keptAddresses(transaction, keptOrders),
  }
  const { order, cart } = keys
  await selectRows(transaction, NOTE_ACTS, { order: [...order], cart: [...cart] })
  await eraseRows(transaction, { keys: whole, schema }, sweptTables(schema, whole))
  await refuseTokens(transaction, { id: sweepId }, keys.customer)
  await storeRestrictions(transaction, { id: sweepId }, { keptOrders })
  return keys
}

/** Those of some items that still hold something: a trigger or a rule of the store's own keeps writing it. */
export const findStillHeld = async (
  transaction: Knex.Transaction,
  { sql }: Source,
  ids: readonly string[]
): Promise<string[]> => {
  const rows = await selectRows<{ id: string }>(
    transaction,
    `SELECT s.id FROM (${sql}) s WHERE s.id = ANY(?)`,
    [[...ids]]
  )
  return rows.map(({ id }) => id)
}
