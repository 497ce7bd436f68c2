import { selectRows } from "../../../src/shared/postgres"
import { ifUnlocked, whileLocked } from "../../../src/shared/session-locks"
import { eventually } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

type Lock = { pid: number }

export default (suite: Suite): void => {
  /** Advisory locks of this database, by the connection that holds each. */
  const heldLocks = () =>
    selectRows<Lock>(
      suite.database(),
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
    )
  const openTransactions = () =>
    selectRows(
      suite.database(),
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`
    )
  const nothingIsHeld = () =>
    eventually(async () => (await heldLocks()).length + (await openTransactions()).length === 0)

  /** Holds a lock until it is told to end. */
  const hold = async (key: string) => {
    let end: () => void = () => undefined
    let begun: () => void = () => undefined
    const isHeld = new Promise<void>((resolve) => (begun = resolve))
    const ended = whileLocked(suite.database(), key, async () => {
      begun()
      await new Promise<void>((resolve) => (end = resolve))
    })
    await isHeld
    return {
      end: () => {
        end()
        return ended
      },
    }
  }

  describe("locks of work that takes long", () => {
    it("need one connection, however many are held, and leave none behind", async () => {
      const keys = Array.from({ length: 30 }, (_, index) => `zq_lock_${index.toString()}`)
      const holds = await Promise.all(keys.map((key) => hold(key)))
      const held = await heldLocks()
      expect(held).toHaveLength(30)
      expect(new Set(held.map(({ pid }) => pid)).size).toBe(1)
      await Promise.all(holds.map(({ end }) => end()))
      await nothingIsHeld()
    })

    it("keep others of the same key waiting, in this process and elsewhere", async () => {
      const database = suite.database()
      const first = await hold("zq_same")
      expect(await ifUnlocked(database, "zq_same", () => Promise.reject(new Error("run")))).toBe(
        false
      )
      const [other] = await selectRows<{ free: boolean }>(
        database,
        "SELECT pg_try_advisory_xact_lock(hashtextextended('zq_same', 0)) AS free"
      )
      expect(other?.free).toBe(false)
      const order: string[] = []
      const second = whileLocked(database, "zq_same", () => {
        order.push("second")
        return Promise.resolve()
      })
      order.push("first")
      await first.end()
      await second
      expect(order).toEqual(["first", "second"])
      await nothingIsHeld()
    })

    it("are given back when the work fails, with its error", async () => {
      const database = suite.database()
      const failing = whileLocked(database, "zq_fails", () => Promise.reject(new Error("no luck")))
      await expect(failing).rejects.toThrow("no luck")
      expect(await ifUnlocked(database, "zq_fails", () => Promise.resolve())).toBe(true)
      await nothingIsHeld()
    })

    it("are taken anew on another connection after theirs was lost", async () => {
      const database = suite.database()
      const lost = await hold("zq_lost")
      const [holder] = await heldLocks()
      await database.raw("SELECT pg_terminate_backend(?, 5000)", [holder?.pid ?? 0])
      expect(await ifUnlocked(database, "zq_next", () => Promise.resolve())).toBe(true)
      await lost.end()
      expect(await ifUnlocked(database, "zq_lost", () => Promise.resolve())).toBe(true)
      await nothingIsHeld()
    })
  })
}
