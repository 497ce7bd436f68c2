import { setTimeout as pause } from "node:timers/promises"
import { conflict } from "./errors"
import { hidingValues, selectRows } from "./postgres"
import type { Knex } from "./postgres"

const LONGEST_WAIT_MS = 60_000
const RETRY_MS = 50

type Held = { key: string; transaction: Knex.Transaction }

const unlockAll = async (transaction: Knex.Transaction): Promise<void> => {
  try {
    // The connection goes back to the pool, where a lock of the session would outlive its holder.
    await transaction.raw("ROLLBACK")
    await transaction.raw("SELECT pg_advisory_unlock_all()")
  } catch {
    // The connection is lost, and its locks with it.
  }
  await transaction.rollback().catch(() => undefined)
}

/**
 * All long locks of a process on one connection, which is taken from the pool while any of them is held. Were each
 * to hold a connection of its own, some ten would leave none for the work that they protect.
 */
class SessionLocks {
  private readonly held = new Set<Held>()
  private transaction: Knex.Transaction | undefined
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly connection: Knex) {}

  /** @returns undefined while the lock is held here or by another server */
  async take(key: string): Promise<Held | undefined> {
    return this.inTurn(async () => {
      if ([...this.held].some((lock) => lock.key === key)) return undefined
      const lock = await this.tryOn(await this.open(), key)
      if (lock) this.held.add(lock)
      else await this.letGo()
      return lock
    })
  }

  /** Never throws: a lock that cannot be given back is gone with its connection. */
  async giveBack(lock: Held): Promise<void> {
    await this.inTurn(async () => {
      this.held.delete(lock)
      // Locks of a connection that was lost are gone.
      if (lock.transaction === this.transaction) {
        await this.ask(lock.transaction, "SELECT pg_advisory_unlock(", lock.key)
      }
      await this.letGo()
    }).catch(() => undefined)
  }

  /** A connection answers one statement at a time. */
  private inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const own = this.turn.then(act)
    this.turn = own.catch(() => undefined)
    return own
  }

  private async open(): Promise<{ transaction: Knex.Transaction; isNew: boolean }> {
    if (this.transaction) return { transaction: this.transaction, isNew: false }
    this.transaction = await this.connection.transaction()
    // It has nothing to say while its locks are held.
    await this.transaction.raw("SET LOCAL idle_in_transaction_session_timeout = 0")
    return { transaction: this.transaction, isNew: true }
  }

  private async tryOn(
    { transaction, isNew }: { transaction: Knex.Transaction; isNew: boolean },
    key: string
  ): Promise<Held | undefined> {
    try {
      const isFree = await this.ask(transaction, "SELECT pg_try_advisory_lock(", key)
      return isFree ? { key, transaction } : undefined
    } catch (error) {
      // Whoever comes first after a connection was lost gets another one.
      if (isNew) throw error
      return this.tryOn(await this.open(), key)
    }
  }

  private async ask(transaction: Knex.Transaction, call: string, key: string): Promise<boolean> {
    try {
      const sql = `${call}hashtextextended(?, 0)) AS done`
      const [row] = await selectRows<{ done: boolean }>(transaction, sql, [key])
      return row?.done ?? false
    } catch (error) {
      this.transaction = undefined
      await unlockAll(transaction)
      throw error
    }
  }

  /** Gives the connection back to the pool once nothing is held. */
  private async letGo(): Promise<void> {
    const { transaction } = this
    if (this.held.size > 0 || !transaction) return
    this.transaction = undefined
    await transaction.commit()
  }
}

const locksOfPools = new WeakMap<Knex, SessionLocks>()

const locksOf = (connection: Knex): SessionLocks => {
  const known = locksOfPools.get(connection)
  if (known) return known
  const locks = new SessionLocks(connection)
  locksOfPools.set(connection, locks)
  return locks
}

/**
 * Runs `work` when nobody holds the lock of `key`, here or on another server, else does nothing: for scheduled jobs.
 * A killed process frees its locks. Whoever loses the connection meanwhile loses the lock and is not told, so `work`
 * decides from facts.
 *
 * @returns whether the work was run
 */
export const ifUnlocked = async (
  connection: Knex,
  key: string,
  work: () => Promise<void>
): Promise<boolean> => {
  const locks = locksOf(connection)
  const lock = await locks.take(key)
  if (!lock) return false
  try {
    await work()
  } finally {
    await locks.giveBack(lock)
  }
  return true
}

/**
 * Runs `work` once at a time per `key` over all servers of the store, as `withLock` does, but without a transaction
 * around it: for work that asks another system or takes connections itself.
 *
 * @throws MedusaError conflict `busy` when the lock does not come free within a minute
 */
export const whileLocked = async <Value>(
  connection: Knex,
  key: string,
  work: () => Promise<Value>
): Promise<Value> => {
  const locks = locksOf(connection)
  const end = Date.now() + LONGEST_WAIT_MS
  for (;;) {
    const lock = await locks.take(key)
    if (lock) {
      try {
        return await hidingValues(work())
      } finally {
        await locks.giveBack(lock)
      }
    }
    if (Date.now() >= end) throw conflict("busy", "Somebody else is at it. Try again in a moment.")
    await pause(RETRY_MS)
  }
}
