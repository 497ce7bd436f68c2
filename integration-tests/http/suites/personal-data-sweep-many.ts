import { runSweep } from "../../../src/modules/personal-data/engine/sweep/run-sweep"
import { findSweep, startSweep } from "../../../src/modules/personal-data/engine/sweep/sweep-row"
import { selectRows } from "../../../src/shared/postgres"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { copyOrder, removeCopies } from "../helpers/copies"
import { dyingAt } from "../helpers/dying"
import { staff } from "../helpers/shop"
import { afterMonths, soldToGuest, sweepAt, sweepOptions } from "../helpers/sweeps"
import { statementsDuring } from "../helpers/watch-queries"
import type { Suite } from "../helpers/suite"

const POINTS = 50

/** The same points in every run (mulberry32). */
const seeded = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}

/** What a sweep changed of the copies, and what it wrote, without what differs from run to run. */
const STATE = `
  SELECT (SELECT json_agg(o ORDER BY o.id) FROM (SELECT id, email, customer_id, locale, metadata FROM "order" WHERE id LIKE '%-zqk%') o) AS orders,
         (SELECT json_agg(a ORDER BY a.id) FROM (SELECT * FROM order_address WHERE id LIKE '%-zqk%') a) AS addresses,
         (SELECT json_agg(c ORDER BY c.id) FROM (SELECT id, email, customer_id, deleted_at FROM cart WHERE id LIKE '%-zqk%') c) AS carts,
         (SELECT json_agg(c ORDER BY c.id) FROM (SELECT * FROM cart_address WHERE id LIKE '%-zqk%') c) AS cart_addresses,
         (SELECT json_agg(f ORDER BY f.id) FROM (SELECT * FROM fulfillment_address WHERE id LIKE '%-zqk%') f) AS parcels,
         (SELECT json_agg(p ORDER BY p.id) FROM (SELECT id, data FROM payment WHERE id LIKE '%-zqk%') p) AS payments,
         (SELECT json_agg(r ORDER BY r.order_id) FROM (SELECT order_id, keep_through, law, released_at FROM dk_personal_data_restriction) r) AS kept,
         (SELECT report FROM dk_personal_data_sweep ORDER BY created_at DESC LIMIT 1) AS report,
         (SELECT count(*)::int FROM dk_personal_data_parked) AS parked`

export default (suite: Suite): void => {
  const run = (id: string, now: Date) =>
    runSweep(suite.database(), id, { ...sweepOptions(now), afterPart: () => Promise.resolve() })
  const begin = (now: Date) => startSweep(suite.database(), { startedBy: null, now })

  describe("a sweep of many orders", () => {
    it("reaches 11, 25 and 1,000 of one e-mail, and two at once do each of them once", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await soldToGuest(suite, headers, "zqmany")
      const sizes = { zqeleven: 11, zqtwenty: 25, zqthousand: 1_000 }
      for (const [mark, count] of Object.entries(sizes)) {
        const changes = { email: `'${mark}@kunde.example'`, last_name: `'${mark}last'` }
        await copyOrder(suite, orderId, { count, mark, ...changes })
      }
      const now = afterMonths(24, 3)
      const { id } = await begin(now)
      await Promise.all([run(id, now), run(id, now)])
      const sweep = await findSweep(database, id)
      expect(sweep).toMatchObject({
        status: "done",
        report: { order_contact: { erased: 1_037, waiting: {}, parked: 0 } },
      })
      for (const mark of Object.keys(sizes)) {
        expect(await tablesHolding(database, `${mark}@`)).toEqual([])
      }
      // The copies have no invoice, so bookkeeping needs whom they were sold to.
      expect(await tablesHolding(database, "zqthousandlast")).toEqual(["order_address"])
      const [kept] = await selectRows(
        database,
        "SELECT count(*)::int AS n, count(DISTINCT keep_through)::int AS days FROM dk_personal_data_restriction"
      )
      expect(kept).toEqual({ n: 1_036, days: 1 })
      expect(sweep?.touched?.orders).toHaveLength(1_037)

      await finishErasures(suite.container())
      expect((await findSweep(database, id))?.touched).toBeNull()
      const told = await statementsDuring(suite, () => finishErasures(suite.container()))
      expect(told.filter((sql) => sql.includes("SET touched = NULL"))).toEqual([])
      expect((await sweepAt(suite, now)).report).toEqual({})
    })

    it("that is killed at any of 50 points and run again ends as one that was not", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await soldToGuest(suite, headers, "zqlives")
      const now = afterMonths(24, 3)
      await sweepAt(suite, now)
      const live = () =>
        copyOrder(suite, orderId, {
          ...{ count: 3, mark: "zqk", email: "'zqk' || n || '@kunde.example'" },
          last_name: "'zqklast' || n",
        })
      const state = async () => (await selectRows(database, STATE))[0]

      await live()
      const { id } = await begin(now)
      const statements = await statementsDuring(suite, () => run(id, now))
      const changes = statements.filter((sql) => /^\s*(insert|update|delete|commit)/i.test(sql))
      const whole = await state()
      expect(whole).toMatchObject({ report: { order_contact: { erased: 3 } } })
      const random = seeded(20_261_126)
      let killed = 0
      for (let point = 0; point < POINTS; point++) {
        await removeCopies(suite, "zqk")
        await live()
        const again = await begin(now)
        const nth = 1 + Math.floor(random() * changes.length)
        if (await dyingAt(database, nth, () => run(again.id, now))) killed += 1
        expect(await run(again.id, now)).toMatchObject({ status: "done" })
        expect([nth, await state()]).toEqual([nth, whole])
      }
      expect(changes.length).toBeGreaterThan(50)
      expect(killed).toBe(POINTS)
    })
  })
}
