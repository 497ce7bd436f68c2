import { registerPersonalData } from "../../../src/modules/personal-data"
import { previewSweep } from "../../../src/modules/personal-data/engine/sweep/preview"
import { releaseRestrictions } from "../../../src/modules/personal-data/engine/release-restrictions"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import { tablesHolding } from "../helpers/canary"
import { copyId, copyOrder } from "../helpers/copies"
import { erasuresOf } from "../helpers/erasures"
import { forgetRegistrations } from "../helpers/registry"
import { staff } from "../helpers/shop"
import { afterMonths, byHand, newId, soldToGuest, sweepAt, sweepOptions } from "../helpers/sweeps"
import type { Suite } from "../helpers/suite"

const MARK = "zqwait"

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  forgetRegistrations()

  describe("what is past its term", () => {
    it("waits for what the law, the shop or another erasure wants of it, and goes by itself afterwards", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const base = await soldToGuest(suite, headers, "zqbase")
      await sweepAt(suite, afterMonths(24, 3))
      const names = ["free", "claim", "unpaid", "dispute", "hold", "restricted", "asked", "veto"]
      const list = `(ARRAY[${names.map((name) => `'${name}'`).join(", ")}])[n]`
      await copyOrder(suite, base, {
        ...{ count: names.length, mark: MARK, email: `'zqw' || ${list} || '@kunde.example'` },
        last_name: `'zqw' || ${list} || 'last'`,
      })
      const of = (name: string) => copyId(base, MARK, names.indexOf(name) + 1)
      const now = afterMonths(24, 3)
      await byHand(
        suite,
        // Whose sale was never paid for, and that bookkeeping needs nothing of.
        `DELETE FROM order_transaction WHERE order_id LIKE '%-${MARK}%'`,
        `UPDATE payment SET captured_at = NULL WHERE id LIKE '%-${MARK}${(names.indexOf("unpaid") + 1).toString()}'`,
        `INSERT INTO order_claim (id, order_id, order_version, type) VALUES ('claim_zq', '${of("claim")}', 1, 'refund')`,
        `INSERT INTO order_change (id, order_id, version, status, claim_id) VALUES ('ordch_zq', '${of("claim")}', 2, 'pending', 'claim_zq')`
      )
      await suite.call("POST", "/admin/privacy/holds", {
        headers,
        body: { order_id: of("dispute"), kind: "dispute", reason: "x" },
      })
      const held = { order_id: of("hold"), kind: "authority", reason: "x" }
      const ends_on = copenhagenDay(afterMonths(25))
      await suite.call("POST", "/admin/privacy/holds", { headers, body: { ...held, ends_on } })
      await suite.call("POST", "/admin/privacy/restrictions", {
        headers,
        body: { order_id: of("restricted"), ground: "legal_claim" },
      })
      const { erasure } = await erase(headers, { email: "zqwasked@kunde.example", grace_hours: 24 })
      registerPersonalData({
        veto: {
          name: "zq-store",
          ask: ({ keys }) =>
            Promise.resolve(keys.email.includes("zqwveto@kunde.example") ? "open_lawsuit" : null),
        },
      })
      const waiting = {
        ...{ claim_open: 1, unpaid_invoice: 1, dispute: 1, legal_hold: 1, restricted: 1 },
        ...{ erasure_open: 1, "veto:open_lawsuit": 1 },
      }
      const rows = () => selectRows(database, `SELECT t::text FROM order_address t ORDER BY id`)
      const before = await rows()
      const judging = { now, warn: () => undefined }
      expect(await previewSweep(database, judging)).toEqual({
        report: { order_contact: { erased: 1, waiting, parked: 0 } },
        isWhole: true,
      })
      jest.spyOn(Date, "now").mockReturnValueOnce(0)
      expect(await previewSweep(database, judging)).toEqual({ report: {}, isWhole: false })
      expect(await rows()).toEqual(before)

      expect((await sweepAt(suite, now)).report).toMatchObject({
        order_contact: { erased: 1, waiting, parked: 0 },
      })
      // Goods were sent, so the buyer's address is bookkeeping's; the e-mail is nobody's.
      expect(await tablesHolding(database, "zqwfree@")).toEqual([])
      for (const name of names.slice(1)) {
        expect([name, await tablesHolding(database, `zqw${name}@`)]).toEqual([
          name,
          expect.arrayContaining(["order"]),
        ])
      }
      // The hold's last day has passed.
      expect((await sweepAt(suite, afterMonths(26))).report).toMatchObject({
        order_contact: { erased: 1 },
      })
      expect(await tablesHolding(database, "zqwhold@")).toEqual([])
      await byHand(
        suite,
        "UPDATE order_change SET status = 'confirmed' WHERE id = 'ordch_zq'",
        `UPDATE payment SET captured_at = now() WHERE captured_at IS NULL`,
        "UPDATE dk_personal_data_hold SET lifted_at = now()",
        "UPDATE dk_personal_data_person_restriction SET lifted_at = now()"
      )
      await suite.call("POST", `/admin/privacy/erasures/${erasure?.id ?? ""}/cancel`, { headers })
      expect((await sweepAt(suite, afterMonths(26, 1))).report).toMatchObject({
        order_contact: { erased: 5, waiting: { "veto:open_lawsuit": 1 } },
      })
    })

    it("stays as it is while a stop is in force, kept orders too", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await soldToGuest(suite, headers, "zqstopped")
      const now = afterMonths(24, 3)
      const stop = `INSERT INTO dk_personal_data_stop (id, kind, reason, ends_on, created_by)
        VALUES ('${newId("dkstop")}', 'tax_audit', 'x', '${copenhagenDay(now)}', 'x')`
      await byHand(suite, stop)
      const before = await selectRows(database, `SELECT t::text FROM order_address t ORDER BY id`)
      expect(await sweepAt(suite, now)).toMatchObject({ status: "stopped", report: {} })
      expect(await selectRows(database, `SELECT t::text FROM order_address t ORDER BY id`)).toEqual(
        before
      )
      expect((await sweepAt(suite, afterMonths(24, 4))).report).toMatchObject({
        order_contact: { erased: 1 },
      })
      await byHand(
        suite,
        `INSERT INTO dk_personal_data_restriction (id, order_id, erasure_id, keep_through, law)
         SELECT 'dkrestr_zq', id, 'dkswp_zq', '2020-12-31', 'x' FROM "order"`
      )
      expect(await releaseRestrictions(database, sweepOptions(now))).toBe(0)
      expect(await releaseRestrictions(database, sweepOptions(afterMonths(24, 4)))).toBe(1)
    })
  })

  describe("what was written of an order after its buyer was erased", () => {
    it("has a term of its own: a refund still works, and its note goes two years later", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await soldToGuest(suite, headers, "zqlate")
      await sweepAt(suite, afterMonths(24, 3))
      const [payment] = await selectRows<{ id: string }>(
        database,
        `SELECT p.id FROM payment p JOIN order_payment_collection l ON l.payment_collection_id = p.payment_collection_id WHERE l.order_id = ?`,
        [orderId]
      )
      const refund = await suite.call("POST", `/admin/payments/${payment?.id ?? ""}/refund`, {
        headers,
        body: { amount: 10, note: "zqlaterefund" },
      })
      expect(refund.status).toBe(200)
      await suite.settle()
      expect(await tablesHolding(database, "zqlaterefund")).toEqual(["refund"])
      await sweepAt(suite, afterMonths(23))
      expect(await tablesHolding(database, "zqlaterefund")).toEqual(["refund"])
      expect((await sweepAt(suite, afterMonths(24, 4))).report).toMatchObject({
        order_contact: { erased: 1 },
      })
      expect(await tablesHolding(database, "zqlaterefund")).toEqual([])
      expect((await sweepAt(suite, afterMonths(24, 5))).report).toEqual({})
    })

    it("goes so when it is an address", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const orderId = await soldToGuest(suite, headers, "zqmoved")
      await sweepAt(suite, afterMonths(24, 3))
      const { status } = await suite.call("POST", `/admin/orders/${orderId}`, {
        headers,
        body: { shipping_address: { last_name: "zqmovedagain", city: "Odense" } },
      })
      expect(status).toBe(200)
      await suite.settle()
      expect(await tablesHolding(database, "zqmovedagain")).toEqual(
        expect.arrayContaining(["order_address", "order_change_action"])
      )
      expect((await sweepAt(suite, afterMonths(23))).report.order_contact).toBeUndefined()
      expect((await sweepAt(suite, afterMonths(24, 4))).report).toMatchObject({
        order_contact: { erased: 1, parked: 0 },
      })
      expect(await tablesHolding(database, "zqmovedagain")).toEqual([])
      expect((await sweepAt(suite, afterMonths(24, 5))).report).toEqual({})
    })
  })
}
