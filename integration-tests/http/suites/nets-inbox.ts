import { claimGroup, dueGroups, recordFailure, recordOutcome } from "../../../src/shared/outbox"
import type { Knex } from "../../../src/shared/postgres"
import { NETS_INBOX } from "../../../src/workflows/nets/outbox"
import type { Suite } from "../helpers/suite"

type Row = { id: string; attempts: number; outcome: string | null }

const insert = (database: Knex, id: string, session = "payses_1") =>
  database("dk_nets_receipt").insert({
    id,
    session_id: session,
    event: "payment.created",
    event_id: id,
    payment_id: "a".repeat(32),
  })

const claim = (database: Knex, session = "payses_1") =>
  claimGroup<Row>(database, NETS_INBOX, session)

const ids = (rows: Row[]): string[] => rows.map(({ id }) => id).sort()

export default (suite: Suite): void => {
  describe("the inbox", () => {
    it("gives the waiting rows of a session to one worker at a time", async () => {
      const database = suite.database()
      await insert(database, "r1")
      await insert(database, "r2")
      await insert(database, "other", "payses_2")
      const claims = await Promise.all([1, 2, 3, 4].map(() => claim(database)))
      expect(claims.map(ids).filter(({ length }) => length > 0)).toEqual([["r1", "r2"]])

      await insert(database, "r3")
      expect(await claim(database)).toEqual([])
      expect(ids(await claim(database, "payses_2"))).toEqual(["other"])
      await recordOutcome(database, NETS_INBOX, ["r1", "r2"], "done")
      expect(ids(await claim(database))).toEqual(["r3"])
      expect(await dueGroups(database, NETS_INBOX, 10)).toEqual([])
    })

    it("gives the rows of a killed worker to the next one when the lease is over", async () => {
      const database = suite.database()
      await insert(database, "r1")
      expect(await claim(database)).toHaveLength(1)
      expect(await dueGroups(database, NETS_INBOX, 10)).toEqual([])
      await database.raw("UPDATE dk_nets_receipt SET claimed_until = now() - interval '1 second'")
      expect(await dueGroups(database, NETS_INBOX, 10)).toEqual(["payses_1"])
      expect(await claim(database)).toMatchObject([{ id: "r1", attempts: 2 }])
    })

    it("waits longer after every failure and gives up after twenty", async () => {
      const database = suite.database()
      await insert(database, "r1")
      const waits: number[] = []
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        expect(await claim(database)).toHaveLength(1)
        await recordFailure(database, NETS_INBOX, ["r1"], "nets_unknown_1000")
        expect(await claim(database)).toEqual([])
        const { rows } = await database.raw<{ rows: { wait: string }[] }>(
          "SELECT round(extract(epoch FROM next_attempt_at - updated_at)) AS wait FROM dk_nets_receipt"
        )
        waits.push(Number(rows[0]?.wait))
        await database.raw("UPDATE dk_nets_receipt SET next_attempt_at = now()")
      }
      expect(waits.slice(0, 4)).toEqual([30, 60, 120, 240])
      expect(Math.max(...waits)).toBe(3_600)
      expect(await claim(database)).toEqual([])
      const row = await database<Row>("dk_nets_receipt").where({ id: "r1" }).first()
      expect(row).toMatchObject({ outcome: "failed: nets_unknown_1000", attempts: 20 })
    })
  })
}
