import { registerPersonalData } from "../../../src/modules/personal-data"
import type {
  AdminParkedListResponse,
  AdminParkedResponse,
  AdminRetentionResponse,
} from "../../../src/types/http"
import { tablesHolding } from "../helpers/canary"
import { copyId, copyOrder } from "../helpers/copies"
import { forgetRegistrations } from "../helpers/registry"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { afterMonths, soldToGuest, sweepAt } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"

const PARKED = "/admin/privacy/parked"

/** A table of the store that refuses to let go of some rows, and one that writes them back. */
const REFUSES = [
  `CREATE FUNCTION zq_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     RAISE EXCEPTION 'zqsecretlast' USING ERRCODE = 'restrict_violation'; END $$`,
  `CREATE TRIGGER zq_refuse BEFORE UPDATE ON order_address FOR EACH ROW WHEN (OLD.last_name = 'zqparklast7') EXECUTE FUNCTION zq_refuse()`,
  `CREATE FUNCTION zq_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.email = OLD.email; RETURN NEW; END $$`,
  `CREATE TRIGGER zq_keep BEFORE UPDATE ON "order" FOR EACH ROW WHEN (OLD.email = 'zqpark9@kunde.example') EXECUTE FUNCTION zq_keep()`,
]

const LETS_GO = [
  "DROP TRIGGER zq_refuse ON order_address",
  `DROP TRIGGER zq_keep ON "order"`,
  "DROP FUNCTION zq_refuse",
  "DROP FUNCTION zq_keep",
]

export default (suite: Suite): void => {
  forgetRegistrations()

  const read = async (headers: Headers) =>
    (await suite.call<AdminParkedListResponse>("GET", PARKED, { headers })).body.parked
  const retry = (headers: Headers, id: string) =>
    suite.call<AdminParkedResponse>("POST", `${PARKED}/${id}/retry`, { headers, body: {} })
  const sql = async (statements: readonly string[]) => {
    for (const statement of statements) await suite.database().raw(statement)
  }

  describe("what a sweep cannot erase", () => {
    it("is set aside with the table, tried five nights, then when staff asks; all others go", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await soldToGuest(suite, headers, "zqpark")
      await copyOrder(suite, orderId, {
        ...{ count: 12, mark: "zqpark", email: "'zqpark' || n || '@kunde.example'" },
        last_name: "'zqparklast' || n",
      })
      // Without a sale bookkeeping needs nothing of them.
      await database.raw(`DELETE FROM order_transaction WHERE order_id LIKE '%-zqpark%'`)
      await database.raw(`DELETE FROM order_item WHERE order_id LIKE '%-zqpark%'`)
      await sql(REFUSES)
      const first = await sweepAt(suite, afterMonths(24, 3))
      expect(first).toMatchObject({
        status: "done",
        report: { order_contact: { erased: 11, parked: 2 } },
      })
      expect(await tablesHolding(database, "zqparklast8")).toEqual([])
      expect(await tablesHolding(database, "zqparklast12")).toEqual([])
      const parked = await read(headers)
      const of = (n: number) => parked.find((one) => one.item_id === copyId(orderId, "zqpark", n))
      expect(of(7)).toMatchObject({
        ...{ rule: "order_contact", reason: "order_address", attempts: 1, is_given_up: false },
      })
      expect(of(9)).toMatchObject({ reason: "still_held", attempts: 1 })
      expect(JSON.stringify(parked)).not.toContain("last")

      for (let night = 4; night <= 9; night++) await sweepAt(suite, afterMonths(24, night))
      expect((await read(headers)).map((one) => [one.attempts, one.is_given_up])).toEqual([
        [5, true],
        [5, true],
      ])
      expect((await sweepAt(suite, afterMonths(24, 20))).report).toEqual({})

      await sql(LETS_GO)
      for (const { id } of await read(headers)) {
        expect((await retry(headers, id)).body.parked.is_given_up).toBe(false)
      }
      expect((await retry(headers, "dkprk_none")).status).toBe(404)
      const last = await sweepAt(suite, afterMonths(24, 21))
      expect(last.report).toMatchObject({ order_contact: { erased: 2, parked: 0 } })
      expect(await read(headers)).toEqual([])
      expect(await tablesHolding(database, "zqparklast")).toEqual([])
      const overview = await suite.call<AdminRetentionResponse>("GET", "/admin/privacy/retention", {
        headers,
      })
      const rule = overview.body.retention.rules.find((one) => one.rule === "order_contact")
      expect(rule?.held).toBe(0)
    })

    it("for want of time is found by fewer at once, and waits alone; so does what cannot be judged", async () => {
      const headers = await staff(suite)
      const base = await soldToGuest(suite, headers, "zqslow")
      await sweepAt(suite, afterMonths(24, 3))
      await copyOrder(suite, base, {
        ...{ count: 3, mark: "zqslow", email: "'zqslow' || n || '@kunde.example'" },
        last_name: "'zqslowlast' || n",
      })
      await sql([
        `CREATE FUNCTION zq_slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
           RAISE EXCEPTION 'too slow' USING ERRCODE = 'query_canceled'; END $$`,
        `CREATE TRIGGER zq_slow BEFORE UPDATE ON order_address FOR EACH ROW WHEN (OLD.last_name = 'zqslowlast2') EXECUTE FUNCTION zq_slow()`,
      ])
      const slow = await sweepAt(suite, afterMonths(24, 3))
      expect(slow).toMatchObject({
        status: "done",
        report: { order_contact: { erased: 2, parked: 1 } },
      })
      expect((await read(headers)).map(({ reason }) => reason)).toEqual(["57014"])
      await sql(["DROP TRIGGER zq_slow ON order_address", "DROP FUNCTION zq_slow"])
      registerPersonalData({
        blocks: { name: "zq-store", sql: "SELECT order_id, 'zq' AS reason FROM zq_gone" },
      })
      const blind = await sweepAt(suite, afterMonths(24, 4))
      expect(blind).toMatchObject({
        status: "done",
        report: { order_contact: { erased: 0, waiting: { not_judged: 1 }, parked: 0 } },
      })
    })
  })
}
