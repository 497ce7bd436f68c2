import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasure } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { printRows, tablesHolding } from "../helpers/canary"
import { addNewerFrom, dumpTo, restoreFrom } from "../helpers/dump"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { guestBuys, guestLeaves } from "../helpers/guests"
import { previewReplay, replay, withLedgerFile } from "../helpers/ledger"
import { ADDRESS, buy, captureOrder, createCart, register, shopper, staff } from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const DUMP = "dk_dump"
const NEWER = "dk_newer"

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  const ledger = withLedgerFile(suite)
  const now = { grace_hours: 0, override_blocks: true }

  const holding = (text: string) => tablesHolding(suite.database(), text)
  const count = async (table: string): Promise<number> =>
    (await selectRows(suite.database(), `SELECT 1 FROM "${table}"`)).length
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure
  const dump = async () => {
    await suite.settle()
    await dumpTo(suite.database(), DUMP)
  }
  const restore = () => restoreFrom(suite.database(), DUMP)
  const buyAs = async (account: Account, name: string): Promise<string> => {
    const shipping_address = { ...ADDRESS, last_name: `${name}last`, address_1: `${name}street` }
    const { token, email } = account
    return buy(suite, await createCart(suite, { token, email, shipping_address }), token)
  }

  describe("a restored backup", () => {
    it("is erased again: accounts and guests, paid and unpaid, and a second time nothing more happens", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqaccount")
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await buyAs(account, "zqaccount")
      // From before the plugin: bookkeeping keeps its buyer.
      const uncovered = await buyAs(account, "zqaccount")
      await suite
        .database()
        .raw(`UPDATE "order" SET created_at = '2024-03-05' WHERE id = ?`, [uncovered])
      await captureOrder(suite, uncovered, headers)
      await shipOrder(suite, uncovered, headers)
      const guest = "zqguest@kunde.example"
      await guestBuys(suite, guest, { last_name: "zqguestlast", address_1: "zqgueststreet" })
      await guestLeaves(suite, guest, { last_name: "zqguestlast", address_1: "zqgueststreet" })
      await dump()
      const first = await erase(headers, { customer_id: account.customerId, ...now })
      const second = await erase(headers, { email: guest, ...now })
      await suite.settle()
      const erased = [await holding("zqaccount"), await holding("zqguest")]
      expect(erased).toEqual([["order_address"], []])

      await restore()
      expect(await count("dk_personal_data_ledger")).toBe(0)
      expect((await holding("zqguest")).length).toBeGreaterThan(2)
      const before = await printRows(suite.database(), "order", "true")
      const preview = await previewReplay(suite, headers)
      expect(preview).toMatchObject({
        ...{ erasures: 2, unknown: 2, taken_up: 2, is_whole: true },
        lines: { read: 2, new: 2, damaged: 0, forged: 0, unknown_keys: {} },
      })
      expect(preview.rows.map(({ category }) => category)).toContain("order_contact")
      expect(await printRows(suite.database(), "order", "true")).toBe(before)
      expect(await count("dk_personal_data_ledger")).toBe(0)

      const { status, report, error } = await replay(suite, headers)
      expect([status, error]).toEqual(["done", null])
      expect(report).toMatchObject({ erasures: 2, unknown: 2, taken_up: 2, failed: [] })
      // Orders that are open in the backup are asked again: nobody overrides what waits.
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await finishErasures(suite.container())
      await suite.settle()
      expect([await holding("zqaccount"), await holding("zqguest")]).toEqual(erased)
      for (const { erasure } of [first, second]) {
        expect(await read(headers, erasure?.id)).toMatchObject({ status: "done", source: "replay" })
      }
      const session = await suite.call("GET", "/store/customers/me", {
        headers: shopper(account.token),
      })
      expect(session.status).toBe(401)

      const proofs = await count("dk_personal_data_certificate")
      const again = await replay(suite, headers)
      expect(again.report).toMatchObject({ unknown: 0, taken_up: 0, done: 0, lines: { new: 0 } })
      expect(await count("dk_personal_data_certificate")).toBe(proofs)
      expect(ledger.lines()).toHaveLength(2)
    })

    it("in which an order is open waits for it, and finishes by itself", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqopen")
      await dump()
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      const { erasure } = await erase(headers, { customer_id: account.customerId, grace_hours: 0 })
      expect(erasure?.status).toBe("done")
      await suite.settle()
      await restore()
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ waiting: 1, reasons: { uncaptured: 1 } })
      expect(report?.waiting_ids).toEqual([erasure?.id])
      expect(await holding("zqopenstreet")).toContain("order_address")
      expect(await read(headers, erasure?.id)).toMatchObject({
        ...{ status: "planned", source: "replay" },
        waiting: [{ id: orderId, reason: "uncaptured" }],
      })
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await holding("zqopenstreet")).toEqual([])
      expect(await holding(account.email)).toEqual([])
    })

    it("in which the erasure still stands as planned runs it, under its own name", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqplanned")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
      })
      await dump()
      await erase(headers, { customer_id: account.customerId, ...now })
      await restore()
      expect((await read(headers, erasure?.id)).status).toBe("planned")
      // What was overridden then is asked again: a complaint may have come since.
      expect((await previewReplay(suite, headers)).reasons).toEqual({ uncaptured: 1 })
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ unknown: 0, taken_up: 1, waiting: 1 })
      expect(await holding("zqplannedstreet")).toContain("order_address")
      await erase(headers, { customer_id: account.customerId, ...now })
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 0 })
      expect(await read(headers, erasure?.id)).toMatchObject({ status: "done", source: "staff" })
      expect(await holding("zqplannedstreet")).toEqual([])
    })

    it("in which staff has called it off since leaves it, and says so", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqcalled")
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
      })
      await dump()
      await erase(headers, { customer_id: account.customerId, ...now })
      await restore()
      await suite.call("POST", `${ERASURES}/${erasure?.id ?? ""}/cancel`, { headers })
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ taken_up: 0, called_off: [erasure?.id] })
      expect(await holding("zqcalledstreet")).toContain("order_address")
    })

    it("keeps what a hold keeps, and what a hold made since keeps", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqheld")
      await dump()
      const { erasure } = await erase(headers, { customer_id: account.customerId, ...now })
      await restore()
      const hold = await suite.call<{ hold: { id: string } }>("POST", "/admin/privacy/holds", {
        headers,
        body: { customer_id: account.customerId, kind: "legal_claim", reason: "sag" },
      })
      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ waiting: 1, reasons: { legal_hold: 1 } })
      expect(await holding("zqheldstreet")).toContain("order_address")
      await suite.call("POST", `/admin/privacy/holds/${hold.body.hold.id}/lift`, { headers })
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await holding("zqheldstreet")).toEqual([])
    })
  })

  describe("somebody who came back", () => {
    it("is whole when the old guest is restored beside the new account", async () => {
      const headers = await staff(suite)
      const email = "zqback@kunde.example"
      await guestBuys(suite, email, { last_name: "zqoldlast", address_1: "zqoldstreet" })
      await suite
        .database()("notification")
        .insert({
          ...{ id: "noti_zqold", to: email, channel: "email", template: "zqoldmail" },
          ...{ created_at: new Date(), updated_at: new Date() },
        })
      await dump()
      await erase(headers, { email, ...now })
      const account = await register(suite, { email, last_name: "zqnewlast" })
      const later = await buyAs(account, "zqnew")
      await suite.settle()
      await dumpTo(suite.database(), NEWER)
      await restore()
      await addNewerFrom(suite.database(), NEWER)
      const whole = [await holding("zqnewstreet"), await holding("zqnewlast")]
      expect(whole[0]).toContain("order_address")
      expect(await holding("noti_zqold")).toEqual(["notification"])

      const { report } = await replay(suite, headers)
      expect(report).toMatchObject({ taken_up: 1, failed: [] })
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await finishErasures(suite.container())
      expect([await holding("zqoldstreet"), await holding("zqoldlast")]).toEqual([[], []])
      const [old] = await selectRows<{ to: string }>(
        suite.database(),
        `SELECT "to" FROM notification WHERE id = 'noti_zqold'`
      )
      expect(old?.to ?? "").not.toBe(email)
      expect([await holding("zqnewstreet"), await holding("zqnewlast")]).toEqual(whole)
      const orders = await suite.call<{ orders: { id: string }[] }>("GET", "/store/orders", {
        headers: shopper(account.token),
      })
      expect(orders.body.orders.map(({ id }) => id)).toEqual([later])
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 0 })
    })

    it("and bought with the restored account loses the old orders, never the new one", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqreturn")
      await dump()
      await erase(headers, { customer_id: account.customerId, ...now })
      await restore()
      const later = await buyAs(account, "zqfresh")
      await suite.settle()
      const rows = () => printRows(suite.database(), "order", "id = ?", [later])
      const before = await rows()
      await replay(suite, headers)
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await finishErasures(suite.container())
      await finishErasures(suite.container())
      expect(await holding("zqreturnstreet")).toEqual([])
      expect(await rows()).toBe(before)
      expect(await holding("zqfreshstreet")).toEqual(expect.arrayContaining(["order_address"]))
    })

    it("after the replay registers and buys as anybody, and the next replay leaves them alone", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqagain")
      await dump()
      await erase(headers, { customer_id: account.customerId, ...now })
      await restore()
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await replay(suite, headers)
      await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
      await finishErasures(suite.container())
      const anew = await register(suite, { email: account.email, last_name: "zqanewlast" })
      const later = await buyAs(anew, "zqanew")
      await suite.settle()
      const before = await printRows(suite.database(), "order", "id = ?", [later])
      expect((await replay(suite, headers)).report).toMatchObject({ taken_up: 0 })
      expect(await printRows(suite.database(), "order", "id = ?", [later])).toBe(before)
      expect(await holding("zqanewstreet")).toContain("order_address")
    })

    it("and was erased a second time is erased of both lives", async () => {
      const headers = await staff(suite)
      const email = "zqtwice@kunde.example"
      const address = { last_name: "zqtwicelast", address_1: "zqtwicestreet" }
      await guestBuys(suite, email, address)
      await dump()
      await erase(headers, { email, ...now })
      await guestBuys(suite, email, address)
      await suite.settle()
      await dumpTo(suite.database(), NEWER)
      await erase(headers, { email, ...now })
      for (const [schema, unknown] of [
        [NEWER, 1],
        // The open order is both lives': each waits for it.
        [DUMP, 2],
      ] as const) {
        await restoreFrom(suite.database(), schema)
        expect(await holding("zqtwicestreet")).toContain("order_address")
        const { report } = await replay(suite, headers)
        expect(report).toMatchObject({ erasures: 2, unknown, taken_up: unknown, failed: [] })
        await suite.database().raw(`UPDATE dk_personal_data_erasure SET override_blocks = true`)
        await finishErasures(suite.container())
        expect(await holding("zqtwice")).toEqual([])
      }
    })
  })
}
