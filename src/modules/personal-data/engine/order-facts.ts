import { copenhagenDay } from "../../../rules"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { keepThrough } from "../domain/keep-through"
import { bindKeys } from "../domain/statements"
import type { SubjectKeys } from "../domain/statements"
import { registeredCoverage, registeredDocuments } from "../registry"

type Connection = Knex | Knex.Transaction

/** An order or cart that must be finished before its data can go; for holds and vetoes, the person as a whole. */
export type BlockedOrder = { id: string; display_id: number | null; reason: string }

/** An order without a document of its own: it keeps its buyer's name and address for a while. */
export type KeptOrder = {
  order_id: string
  display_id: number
  keep_through: string
  law: string
  reason: string
}

/** A document that a law keeps. */
export type KeptDocument = {
  order_id: string
  number: string
  keep_through: string | null
  law: string
}

export const BOOKKEEPING_LAW = "bogføringsloven § 12, stk. 1"

/** Rows of a statement over the person's keys. */
export const selectFor = async <Row>(
  connection: Connection,
  sql: string,
  keys: SubjectKeys
): Promise<Row[]> => {
  const statement = bindKeys(sql, keys)
  return selectRows<Row>(connection, statement.sql, statement.bindings)
}

/** Orders that a document of their own stands for. */
export const coveredOrders = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<Set<string>> => {
  const covered = new Set<string>()
  for (const { sql } of registeredCoverage()) {
    const rows = await selectFor<{ order_id: string }>(connection, sql, keys)
    for (const { order_id } of rows) covered.add(order_id)
  }
  return covered
}

/**
 * Orders that no document stands for (made before the plugin, or invoiced elsewhere) and that were a sale:
 * bookkeeping needs their buyer until a day. Without payment, delivery or closing there was no sale yet.
 */
export const findKeptOrders = async (
  connection: Connection,
  keys: SubjectKeys,
  { financialYearStartsIn, now }: { financialYearStartsIn: number; now: Date }
): Promise<KeptOrder[]> => {
  const covered = await coveredOrders(connection, keys)
  const sales = await selectFor<{ id: string; display_id: number; last_event_at: Date }>(
    connection,
    `SELECT o.id, o.display_id, greatest(o.created_at, max(x.created_at)) AS last_event_at
       FROM "order" o LEFT JOIN order_transaction x ON x.order_id = o.id AND x.deleted_at IS NULL
      WHERE o.id = ANY(:order) AND NOT coalesce(o.is_draft_order, false) AND o.status <> 'draft'
      GROUP BY o.id HAVING count(x.id) > 0 OR o.status IN ('completed', 'archived')
        OR EXISTS (SELECT 1 FROM order_item i WHERE i.order_id = o.id AND i.version = o.version AND i.deleted_at IS NULL AND greatest(i.shipped_quantity, i.delivered_quantity) > 0)`,
    keys
  )
  const today = copenhagenDay(now)
  return sales
    .filter(({ id }) => !covered.has(id))
    .map((order) => ({
      order_id: order.id,
      display_id: order.display_id,
      keep_through: keepThrough(copenhagenDay(order.last_event_at), financialYearStartsIn),
      law: BOOKKEEPING_LAW,
      reason: "no_invoice",
    }))
    .filter((order) => order.keep_through >= today)
}

/** Addresses that name the buyer of kept orders: the billing address, or the only one there is. */
export const keptAddresses = async (
  connection: Connection,
  orders: readonly KeptOrder[]
): Promise<string[]> => {
  const rows = await selectRows<{ id: string | null }>(
    connection,
    `SELECT coalesce(billing_address_id, shipping_address_id) AS id FROM "order" WHERE id = ANY(?)`,
    [orders.map(({ order_id }) => order_id)]
  )
  return rows.flatMap(({ id }) => (id === null ? [] : [id]))
}

/** Documents of the person's orders that a law keeps, as the domains that seal them tell. */
export const findKeptDocuments = async (
  connection: Connection,
  keys: SubjectKeys
): Promise<KeptDocument[]> => {
  const found: KeptDocument[] = []
  for (const { sql } of registeredDocuments()) {
    found.push(...(await selectFor<KeptDocument>(connection, sql, keys)))
  }
  return found
}
