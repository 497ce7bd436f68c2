import { beginScan } from "../../../src/modules/personal-data/engine/scan/scan-row"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminFullScanListResponse } from "../../../src/types/http"
import { finishErasures, scanAtNight } from "../../../src/workflows/personal-data"
import { dyingAt } from "../helpers/dying"
import { NUMBER, SCANS, fullScansOf } from "../helpers/full-scans"
import { guestBuys } from "../helpers/guests"
import {
  ADDRESS,
  buy,
  captureOrder,
  createCart,
  eventually,
  register,
  shopper,
  staff,
} from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

export default (suite: Suite): void => {
  const { erase, database, count, buyWhole, eraseWhole, readScan, start, scan, proof, withNotes } =
    fullScansOf(suite)

  /** An account with one order that is neither paid nor sent, which its erasure waits for. */
  const eraseWaiting = async (headers: Headers, name: string) => {
    const person = { first_name: `${name}first`, last_name: `${name}last`, phone: NUMBER }
    const address = { ...ADDRESS, ...person, address_1: `${name}street 7` }
    const account = await register(suite, { email: `${name}@kunde.example`, ...person })
    await suite.call("POST", "/store/customers/me/addresses", {
      headers: shopper(account.token),
      body: address,
    })
    const cartId = await createCart(suite, {
      token: account.token,
      email: account.email,
      shipping_address: address,
    })
    const orderId = await buy(suite, cartId, account.token)
    const { erasure } = await erase(headers, { customer_id: account.customerId, grace_hours: 0 })
    expect(erasure?.status).toBe("planned")
    const send = async (): Promise<void> => {
      await captureOrder(suite, orderId, headers)
      await shipOrder(suite, orderId, headers)
      await suite.settle()
    }
    return { erasureId: erasure?.id ?? "", send }
  }

  describe("a full scan of what goes on", () => {
    it("takes nobody who comes back, or shares street and phone, for the erased", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqback")
      const relative = await register(suite, { email: "zqkin@kunde.example" })
      const address = {
        ...ADDRESS,
        first_name: "zqkin",
        address_1: "zqbackstreet 7",
        phone: NUMBER,
      }
      await createCart(suite, {
        token: relative.token,
        email: relative.email,
        shipping_address: address,
      })
      const erasureId = await eraseWhole(headers, account)
      const again = await register(suite, { email: account.email, phone: NUMBER })
      await createCart(suite, {
        token: again.token,
        email: again.email,
        shipping_address: { ...address, phone: NUMBER },
      })
      await suite.settle()
      // As the index keeps them: a copy says whose row it repeats, not when it was made.
      await database().raw("CREATE TABLE cat_zqback (id text PRIMARY KEY, name text, data jsonb)")
      const copyOf = ({ customerId, email }: { customerId: string; email: string }) =>
        database()("cat_zqback").insert({ id: customerId, data: JSON.stringify({ email }) })
      try {
        await copyOf(again)
        await copyOf({ ...again, customerId: account.customerId })
        const first = await scan(headers)
        expect(first.found).toMatchObject([{ table: "cat_zqback", column: "data", rows: 1 }])
        await database()("cat_zqback").where({ id: account.customerId }).delete()
        expect((await scan(headers)).found).toEqual([])
      } finally {
        await database().raw("DROP TABLE cat_zqback")
      }
      expect((await proof(headers, erasureId)).level).toBe("full")
    })

    it("counts what was left to staff as left, and a value in somebody else's order as found", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqleft")
      await guestBuys(suite, account.email, { last_name: "Andersen", address_1: "Vej 1" })
      const other = await guestBuys(suite, "zqstranger@kunde.example", { last_name: "Fremmed" })
      await suite.settle()
      const erasureId = await eraseWhole(headers, account)
      await database().raw(
        `UPDATE "order" SET metadata = jsonb_build_object('gave', 'zqleft@kunde.example, 12345678') WHERE id = ?`,
        [other]
      )
      await scan(headers)
      const { level, found, left } = await proof(headers, erasureId)
      const place = { table: "order", column: "metadata", rows: 1 }
      expect(found).toHaveLength(2)
      for (const kind of ["email", "phone"]) expect(found).toContainEqual({ ...place, kind })
      expect(level).toBe("found")
      expect(left.map(({ table, column }) => `${table}.${column}`)).toEqual(
        expect.arrayContaining(["order.email", "cart.email"])
      )
      await database().raw(`UPDATE "order" SET metadata = NULL WHERE id = ?`, [other])
      await scan(headers)
      expect((await proof(headers, erasureId)).level).toBe("full")
    })

    it("goes on where it was killed, and ends the same", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqkill")
      const erasureId = await eraseWhole(headers, account)
      await withNotes(async () => {
        await database()("zq_notes").insert({ note: "zqkill@kunde.example" })
        let deaths = 0
        for (const nth of [1, 2, 40, 41, 80, 150, 1, 30]) {
          const isDead = await dyingAt(database(), nth, () => scanAtNight(suite.container()))
          if (isDead) deaths += 1
        }
        expect(deaths).toBeGreaterThan(4)
        await scanAtNight(suite.container())
        const scans = await suite.call<AdminFullScanListResponse>("GET", SCANS, { headers })
        expect(scans.body.count).toBe(1)
        const [row] = await selectRows<{ tables: number; once: number }>(
          database(),
          `SELECT cardinality(done_tables) AS tables, (SELECT count(DISTINCT t)::int FROM unnest(done_tables) t) AS once FROM dk_personal_data_scan`
        )
        expect(row?.tables).toBe(row?.once)
        expect(scans.body.scans[0]).toMatchObject({
          status: "done",
          tables: (row?.tables ?? 0) - 1,
          found: [{ table: "zq_notes", column: "note", kind: "email", rows: 1 }],
        })
        expect(await count("dk_personal_data_scan_result")).toBe(1)
        expect((await proof(headers, erasureId)).level).toBe("found")
      })
    })

    it("is one, however many begin it at once", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqonce")
      const erasureId = await eraseWhole(headers, account)
      const [first, second] = await Promise.all([
        start(headers),
        start(headers),
        scanAtNight(suite.container()),
        scanAtNight(suite.container()),
      ])
      expect([first.status, second.status]).toEqual([202, 202])
      expect(first.body.scan.id).toBe(second.body.scan.id)
      await eventually(async () => (await readScan(headers, first.body.scan.id)).status === "done")
      expect(await count("dk_personal_data_scan")).toBe(1)
      expect(await count("dk_personal_data_scan_result")).toBe(1)
      expect((await proof(headers, erasureId)).level).toBe("full")
    })

    it("looks again for one who waited, when the rest is erased", async () => {
      const headers = await staff(suite)
      const { erasureId, send } = await eraseWaiting(headers, "zqwait")
      await scan(headers)
      const waiting = await proof(headers, erasureId)
      expect([waiting.level, waiting.found]).toEqual(["reach", []])
      expect(waiting.left.map(({ table }) => table)).toContain("order")
      await send()
      await finishErasures(suite.container())
      expect(await proof(headers, erasureId)).toMatchObject({
        level: "reach",
        scanned_at: null,
      })
      await scan(headers)
      expect(await proof(headers, erasureId)).toMatchObject({ level: "full", left: [] })
    })

    it("finds what others wrote down while an erasure waited, and looks again for the same values", async () => {
      const headers = await staff(suite)
      const { erasureId, send } = await eraseWaiting(headers, "zqlate")
      await withNotes(async () => {
        await database()("zq_notes").insert({ note: "zqlate@kunde.example" })
        expect((await scan(headers)).found).toMatchObject([{ column: "note", kind: "email" }])
        const list = async () =>
          (await suite.call<AdminFullScanListResponse>("GET", SCANS, { headers })).body
        expect((await list()).is_due).toBe(false)
        const written = { note: "Sendt til zqlate@kunde.example", created_at: new Date() }
        await database()("zq_notes").delete()
        await database()("zq_notes").insert(written)
        await send()
        await finishErasures(suite.container())
        expect((await list()).is_due).toBe(true)
        await scanAtNight(suite.container())
        expect(await proof(headers, erasureId)).toMatchObject({
          level: "found",
          found: [{ table: "zq_notes", column: "note", kind: "email", rows: 1 }],
        })
        // Whoever comes back is somebody else.
        await database()("zq_notes").update({ created_at: new Date(Date.now() + 3_600_000) })
        await scan(headers)
        expect((await proof(headers, erasureId)).level).toBe("full")
      })
    })

    it("keeps what a killed scan looks for until that scan is done", async () => {
      const headers = await staff(suite)
      const { account } = await buyWhole(headers, "zqold")
      const erasureId = await eraseWhole(headers, account)
      await withNotes(async () => {
        await database()("zq_notes").insert({ note: "zqold@kunde.example" })
        await scan(headers)
        await beginScan(database(), null)
        await database().raw(
          "UPDATE dk_personal_data_scan_digest SET created_at = now() - interval '31 days'"
        )
        await scanAtNight(suite.container())
        expect((await proof(headers, erasureId)).level).toBe("found")
        await beginScan(database(), null)
        await database()("dk_personal_data_scan_digest").delete()
        await scanAtNight(suite.container())
        expect((await proof(headers, erasureId)).level).toBe("unproven")
      })
    })
  })
}
