import type { Readable } from "node:stream"
import { setImmediate, setTimeout } from "node:timers/promises"
import { to } from "pg-copy-streams"
import { unexpected } from "../../../../shared/errors"
import type { Knex } from "../../../../shared/postgres"

const NEWLINE = 0x0a

/** The longest that reading one table may take, and that the database waits between two statements. */
const TABLE_LIMIT = "4h"
const IDLE_LIMIT = "60s"
const LIMITS = `SELECT set_config('statement_timeout', '${TABLE_LIMIT}', true), set_config('idle_in_transaction_session_timeout', '${IDLE_LIMIT}', true)`

/** Read at a time: the database writes the next while this is worked on. */
const PIECE_BYTES = 256 * 1024

type Driver = { query: (statement: Readable) => Readable }

const hasFunction = <Name extends string>(
  value: unknown,
  name: Name
): value is Record<Name, (...values: unknown[]) => unknown> =>
  typeof value === "object" &&
  value !== null &&
  name in value &&
  typeof (value as Record<string, unknown>)[name] === "function"

const isDriver = (value: unknown): value is Driver => hasFunction(value, "query")

/** The driver's own connection of a transaction: Knex cannot read a COPY. */
const driverOf = async (transaction: Knex.Transaction): Promise<Driver> => {
  const client: unknown = transaction.client
  const driver: unknown = hasFunction(client, "acquireConnection")
    ? await client.acquireConnection()
    : undefined
  if (!isDriver(driver)) throw unexpected("The driver of the database is not pg")
  return driver
}

/** Called with whole rows, each ended by a newline. */
export type OnRows = (rows: Buffer) => void

/** Cuts pieces of a stream into whole rows; what is left of the last waits for its end. */
export const wholeRows = (onRows: OnRows) => {
  let rest: Buffer[] = []
  return {
    add: (piece: Buffer): void => {
      const end = piece.lastIndexOf(NEWLINE) + 1
      if (end === 0) {
        rest.push(piece)
        return
      }
      const whole = piece.subarray(0, end)
      onRows(rest.length === 0 ? whole : Buffer.concat([...rest, whole]))
      rest = end < piece.length ? [piece.subarray(end)] : []
    },
    end: (): void => {
      if (rest.length > 0) onRows(Buffer.concat([...rest, Buffer.of(NEWLINE)]))
      rest = []
    },
  }
}

export type Pace = {
  /** Milliseconds to rest after each piece, so that others get their turn. */
  pause: number
}

/**
 * Reads pieces at the pace of `work`: the next is asked for when the last has been worked on, and other requests get
 * their turn in between.
 */
export const readPieces = async (
  stream: AsyncIterable<Buffer>,
  { pause }: Pace,
  work: (piece: Buffer) => void
): Promise<void> => {
  let failure: { error: unknown } | undefined
  for await (const piece of stream) {
    // A COPY cannot be broken off: the connection would never answer again.
    if (failure) continue
    try {
      work(piece)
    } catch (error) {
      failure = { error }
    }
    await (pause > 0 ? setTimeout(pause) : setImmediate())
  }
  if (failure) throw failure.error
}

/** Reads all rows of a statement from one snapshot, as `COPY` writes them. */
export const copyRows = (
  connection: Knex,
  sql: string,
  pace: Pace,
  onRows: OnRows
): Promise<void> =>
  connection.transaction(
    async (transaction) => {
      await transaction.raw(LIMITS)
      const driver = await driverOf(transaction)
      const stream = driver.query(to(`COPY (${sql}) TO STDOUT`, { highWaterMark: PIECE_BYTES }))
      const rows = wholeRows(onRows)
      await readPieces(stream, pace, rows.add)
      rows.end()
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
