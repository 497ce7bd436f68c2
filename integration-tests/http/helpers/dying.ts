import type { Knex } from "../../../src/shared/postgres"

type Statement = { sql: string }
type Driver = { _query: (connection: { processID: number }, sent: Statement) => Promise<unknown> }

const isDriver = (value: unknown): value is Driver =>
  typeof value === "object" && value !== null && "_query" in value

/** After these the database has changed; killed before a read it is as it was after the last of them. */
const CHANGES = /^\s*(insert|update|delete|commit)/i

/**
 * Runs `work` and ends the server process of its connection just before the nth statement that changes something.
 *
 * @returns false when `work` ended before so many statements
 */
export const dyingAt = async (
  database: Knex,
  nth: number,
  work: () => Promise<unknown>
): Promise<boolean> => {
  const prototype: unknown = Object.getPrototypeOf(database.client)
  if (!isDriver(prototype)) throw new Error("knex sends its statements another way")
  const { _query: send } = prototype
  let count = 0
  const spy = jest.spyOn(prototype, "_query")
  spy.mockImplementation(async function (this: Driver, connection, sent) {
    if (CHANGES.test(sent.sql)) {
      count += 1
      if (count === nth) {
        // Waits until the process is gone: a signal alone may come after the statement.
        await database.raw("SELECT pg_terminate_backend(?, 10000)", [connection.processID])
      }
    }
    return send.call(this, connection, sent)
  })
  try {
    await work()
    return false
  } catch (error) {
    if (count < nth) throw error
    return true
  } finally {
    spy.mockRestore()
  }
}
