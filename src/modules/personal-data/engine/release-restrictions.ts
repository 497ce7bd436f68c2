import type { Knex } from "../../../shared/postgres"
import { selectRows, withLock } from "../../../shared/postgres"
import { emptyKeys } from "../domain/table-map"
import { companyAddresses, findCompanies } from "./company-keys"
import { eraseRows, eraseSubjects } from "./erase-subjects"
import type { Erased } from "./erase-subjects"
import { ERASURE_LOCK, recordTouched } from "./erasure-row"
import { selectIds } from "./find-person"
import { findHolds } from "./holds"
import { findKeptOrders } from "./order-facts"
import type { RunOptions } from "./run-erasure"
import { readSchema } from "./schema"
import { findStop } from "./stops"
import { isSweep, recordSwept } from "./sweep/sweep-row"
import { TableRefused } from "./table-refused"
import { askVetoes } from "./vetoes"

const BATCH = 500

type Restriction = { order_id: string; erasure_id: string }

const KEPT = `SELECT order_id, erasure_id FROM dk_personal_data_restriction
  WHERE released_at IS NULL AND deleted_at IS NULL`

const nextBatch = (connection: Knex, after: string): Promise<Restriction[]> =>
  selectRows<Restriction>(
    connection,
    `${KEPT} AND order_id > ? ORDER BY order_id LIMIT ${BATCH.toString()}`,
    [after]
  )

/** Those that no law keeps any more, by the erasure that left them. */
const findDue = async (
  transaction: Knex.Transaction,
  rows: readonly Restriction[],
  options: RunOptions
): Promise<Map<string, string[]>> => {
  const keys = { ...emptyKeys(), order: rows.map(({ order_id }) => order_id) }
  const kept = await findKeptOrders(transaction, keys, options)
  const isKept = new Set(kept.map(({ order_id }) => order_id))
  const due = new Map<string, string[]>()
  for (const { order_id, erasure_id } of rows.filter((row) => !isKept.has(row.order_id))) {
    due.set(erasure_id, [...(due.get(erasure_id) ?? []), order_id])
  }
  return due
}

/** Addresses that nobody has written since the erasure, of the orders or replaced in them. */
const ADDRESSES_OF_THEN = `
  SELECT a.id FROM dk_personal_data_restriction r
    JOIN "order" o ON o.id = r.order_id
    JOIN order_address a ON a.updated_at <= r.created_at AND (a.id IN (o.billing_address_id, o.shipping_address_id)
      OR a.id IN (SELECT x.details->'old'->>'id' FROM order_change_action x WHERE x.order_id = o.id))
   WHERE r.order_id = ANY(?)`

/**
 * An order that has gone to another account is that account's; only the address that was kept is still the erased
 * person's, and only that goes.
 *
 * @returns the orders that a hold or veto does not keep
 */
const releaseMoved = async (
  transaction: Knex.Transaction,
  orders: readonly string[],
  { now, warn }: RunOptions
): Promise<string[]> => {
  const asked = { ...emptyKeys(), order: [...orders] }
  const vetoes = orders.length > 0 ? await askVetoes(transaction, { keys: asked, warn }) : []
  if (orders.length === 0 || vetoes.length > 0) return []
  const held = new Set((await findHolds(transaction, asked, now)).orders.map(({ id }) => id))
  const free = orders.filter((id) => !held.has(id))
  const companies = await findCompanies(transaction, { ...asked, order: free })
  const keys = {
    ...emptyKeys(),
    order_address: await selectIds(transaction, ADDRESSES_OF_THEN, free),
    company_address: await companyAddresses(
      transaction,
      free.filter((id) => companies.has(id))
    ),
  }
  await eraseRows(transaction, { keys, schema: (await readSchema(transaction)).all })
  return free
}

/** Orders that were left together, by one person's erasure or by a sweep of many people's. */
type Left = { erasureId: string; orders: readonly string[] }

/** Orders of one erasure that are released now: erased with it, or given to somebody else since. */
const releasedOf = async (
  transaction: Knex.Transaction,
  { erasureId, orders }: Left,
  { facts }: Erased,
  options: RunOptions
): Promise<string[]> => {
  if (facts.stops.length > 0) return []
  const isErased = new Set(facts.keys.order)
  const waits = new Set(facts.blocked.map(({ id }) => id))
  const moved = orders.filter((id) => !isErased.has(id) && !waits.has(id))
  const released = orders.filter((id) => isErased.has(id))
  for (const together of isSweep(erasureId) ? moved.map((id) => [id]) : [moved]) {
    released.push(...(await releaseMoved(transaction, together, options)))
  }
  return released
}

/** Whoever keeps one of strangers' orders keeps none of the others: halved until it is found. */
const releaseHalves = async (
  transaction: Knex.Transaction,
  { erasureId, orders }: Left,
  options: RunOptions
): Promise<number> => {
  const half = Math.ceil(orders.length / 2)
  let released = 0
  for (const part of [orders.slice(0, half), orders.slice(half)]) {
    const [result] = await eraseSubjects(transaction, [{ known: { orders: [...part] } }], {
      overrideBlocks: true,
      ...options,
    })
    if (!result) continue
    released += await releaseLeft(transaction, { erasureId, orders: part }, result, options)
  }
  return released
}

const releaseLeft = async (
  transaction: Knex.Transaction,
  left: Left,
  result: Erased,
  options: RunOptions
): Promise<number> => {
  const { erasureId, orders } = left
  // A veto that cannot answer answers for no order.
  const isVetoed = result.facts.stops.some(({ reason }) => reason !== "veto:failed")
  if (isSweep(erasureId) && isVetoed && orders.length > 1) {
    return releaseHalves(transaction, left, options)
  }
  const ids = await releasedOf(transaction, left, result, options)
  const keys = {
    ...result.facts.keys,
    order: [...new Set([...result.facts.keys.order, ...ids])],
  }
  if (keys.order.length > 0) {
    await recordTouched(transaction, erasureId, keys)
    await recordSwept(transaction, erasureId, keys)
  }
  await transaction.raw(
    `UPDATE dk_personal_data_restriction SET released_at = ?, updated_at = ? WHERE order_id = ANY(?)`,
    [options.now, options.now, ids]
  )
  return ids.length
}

const releaseTogether = (
  connection: Knex,
  orders: readonly string[],
  options: RunOptions
): Promise<number> =>
  withLock(connection, ERASURE_LOCK, async (transaction) => {
    if (await findStop(transaction, options.now)) return 0
    const rows = await selectRows<Restriction>(transaction, `${KEPT} AND order_id = ANY(?)`, [
      [...orders],
    ])
    const due = [...(await findDue(transaction, rows, options))]
    const results = await eraseSubjects(
      transaction,
      due.map(([, ids]) => ({ known: { orders: ids } })),
      { overrideBlocks: true, ...options }
    )
    let released = 0
    for (const [index, [erasureId, ofErasure]] of due.entries()) {
      const result = results[index]
      if (!result) continue
      released += await releaseLeft(transaction, { erasureId, orders: ofErasure }, result, options)
    }
    return released
  })

/** What stands in the way of one order must not keep the others. */
const releaseBatch = async (
  connection: Knex,
  orders: readonly string[],
  options: RunOptions
): Promise<number> => {
  try {
    return await releaseTogether(connection, orders, options)
  } catch (error) {
    if (!(error instanceof TableRefused)) throw error
    const [order, ...others] = orders
    if (others.length === 0) {
      options.warn(
        `dk-personal-data: order ${order ?? ""} could not be released (${error.message})`
      )
      return 0
    }
    let released = 0
    for (const one of orders) released += await releaseBatch(connection, [one], options)
    return released
  }
}

/**
 * Erases what was kept of orders whose day has passed, or that got an invoice of their own meanwhile. Holds and
 * vetoes keep them longer, and a stop keeps all of them. Looks at every kept order, a part at a time, each in a transaction of its own; an order that
 * cannot be released is told by `warn` and tried again the next time.
 *
 * @returns how many orders were released
 */
export const releaseRestrictions = async (
  connection: Knex,
  options: RunOptions
): Promise<number> => {
  let released = 0
  for (let after = ""; ;) {
    const rows = await nextBatch(connection, after)
    const last = rows.at(-1)
    if (!last) return released
    const orders = [...new Set(rows.map(({ order_id: id }) => id))]
    released += await releaseBatch(connection, orders, options)
    after = last.order_id
  }
}
