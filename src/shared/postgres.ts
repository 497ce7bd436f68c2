import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ContainerLike } from "@medusajs/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { errorName, unexpected } from "./errors"

export type { Knex }

/** Medusa's shared Postgres connection. */
export const postgres = (container: ContainerLike): Knex =>
  container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)

/** Of the server; and of a connection that was lost, before whose message Knex writes the statement with its values. */
const isFromDriver = (error: unknown): boolean =>
  error instanceof Error &&
  ("severity" in error || / - (Connection|read |write |Client )[^\n]*$/.test(error.message))

/** A driver's error carries the statement with its values; what is logged may hold its code only. */
const withoutValues = (error: unknown): unknown =>
  isFromDriver(error) ? unexpected(`Postgres refused a statement: ${errorName(error)}`) : error

/** Awaits `work`; an error of the driver loses its statement. */
export const hidingValues = async <Value>(work: PromiseLike<Value>): Promise<Value> => {
  try {
    return await work
  } catch (error) {
    throw withoutValues(error)
  }
}

const isList = (
  bindings: readonly Knex.RawBinding[] | Knex.ValueDict
): bindings is readonly Knex.RawBinding[] => Array.isArray(bindings)

/** Rows of a raw statement with values in order (`?`) or by name (`:name`), typed by the caller who wrote its columns. */
export const selectRows = async <Row>(
  connection: Knex | Knex.Transaction,
  sql: string,
  bindings: readonly Knex.RawBinding[] | Knex.ValueDict = []
): Promise<Row[]> => {
  const values = isList(bindings) ? [...bindings] : bindings
  const result = await hidingValues(connection.raw<{ rows: Row[] }>(sql, values))
  return result.rows
}

/** The lock of everything that must agree about one order, such as its buyer and its invoice. */
export const orderLock = (orderId: string): string => `dk_order:${orderId}`

/**
 * Runs `work` in one transaction that holds the advisory lock of `key` until it ends,
 * so that the same key is worked on once at a time over all servers of the store. Everything in `work` runs on
 * `transaction`: waiting for a second connection could go on for ever. Other work takes `whileLocked`.
 */
export const withLock = <Value>(
  connection: Knex,
  key: string,
  work: (transaction: Knex.Transaction) => Promise<Value>
): Promise<Value> =>
  hidingValues(
    connection.transaction(async (transaction) => {
      await transaction.raw("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", [key])
      return work(transaction)
    })
  )
