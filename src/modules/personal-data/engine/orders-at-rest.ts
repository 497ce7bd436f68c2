import type { Knex } from "../../../shared/postgres"
import { emptyKeys } from "../domain/table-map"
import { findHeldOrders } from "./holds"
import { findBlocked } from "./open-orders"
import { coveredOrders } from "./order-facts"
import { findRestricted } from "./person-restrictions"

/**
 * Those of some orders for which nothing is under way: nothing is owed, unshipped, returned, claimed or exchanged, and
 * neither a hold nor a restriction of the person keeps their data as it is.
 *
 * @returns by id, whether a document of its own stands for the order, so that bookkeeping needs no address of it
 */
export const findOrdersAtRest = async (
  connection: Knex.Transaction,
  orderIds: readonly string[],
  now: Date
): Promise<ReadonlyMap<string, { isCovered: boolean }>> => {
  const keys = { ...emptyKeys(), order: [...orderIds] }
  const blocked = new Set((await findBlocked(connection, keys)).map(({ id }) => id))
  const held = await findHeldOrders(connection, orderIds, now)
  const restricted = await findRestricted(connection, { orderIds: [...orderIds] }, now)
  const covered = await coveredOrders(connection, keys)
  return new Map(
    orderIds
      .filter((id) => !blocked.has(id) && !held.has(id) && !restricted.has(id))
      .map((id) => [id, { isCovered: covered.has(id) }])
  )
}
