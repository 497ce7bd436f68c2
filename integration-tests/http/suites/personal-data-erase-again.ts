import { registerPersonalData, table, where } from "../../../src/modules/personal-data"
import { findPerson } from "../../../src/modules/personal-data/engine/find-person"
import { releaseRestrictions } from "../../../src/modules/personal-data/engine/release-restrictions"
import { selectRows } from "../../../src/shared/postgres"
import type { AdminErasure } from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { forgetRegistrations } from "../helpers/registry"
import { ADDRESS, buy, captureOrder, createCart, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const NOTE = {
  category: "order_note",
  purpose: "service",
  origin: "observed",
  basis: "contract",
  retention: "erasure",
} as const

export default (suite: Suite): void => {
  const { erase } = erasuresOf(suite)
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure
  const certificates = async (): Promise<number> =>
    (await selectRows(suite.database(), "SELECT 1 FROM dk_personal_data_certificate")).length

  /** A sold order without invoice whose buyer was erased but for name and address. */
  const keepOrder = async (headers: Headers, name: string) => {
    const database = suite.database()
    const bought = await buyOnce(suite, name)
    const { account, orderId } = bought
    await database.raw(`UPDATE "order" SET created_at = '2024-03-05' WHERE id = ?`, [orderId])
    await captureOrder(suite, orderId, headers)
    await shipOrder(suite, orderId, headers)
    await suite.settle()
    await erase(headers, { customer_id: account.customerId, grace_hours: 0 })
    await suite.settle()
    expect(await tablesHolding(database, `${name}street`)).toEqual(["order_address"])
    return bought
  }
  /** Its term is over, as bookkeeping counts; the day that was written down is later. */
  const endTerm = async (orderId: string) => {
    const database = suite.database()
    await database.raw(`UPDATE "order" SET created_at = '2019-03-05' WHERE id = ?`, [orderId])
    await database.raw(
      `UPDATE order_transaction SET created_at = '2019-03-06' WHERE order_id = ?`,
      [orderId]
    )
    await database.raw(
      `UPDATE dk_personal_data_restriction SET keep_through = '2098-12-31' WHERE order_id = ?`,
      [orderId]
    )
  }
  const release = (warn: (message: string) => void = () => undefined) =>
    releaseRestrictions(suite.database(), { financialYearStartsIn: 1, now: new Date(), warn })
  const isReleased = async (orderId: string): Promise<boolean> =>
    (
      await selectRows(
        suite.database(),
        `SELECT 1 FROM dk_personal_data_restriction WHERE order_id = ? AND released_at IS NOT NULL`,
        [orderId]
      )
    ).length > 0

  describe("an erasure that is asked for again", () => {
    it("writes down what has come since before it erases it", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqledger")
      const body = { email: account.email, grace_hours: 0 }
      const { erasure } = await erase(headers, body)
      expect(erasure).toMatchObject({ status: "planned", waiting_ids: [orderId] })
      const again = await register(suite, { email: account.email, last_name: "zqledgerlast" })
      const cartId = await createCart(suite, {
        token: again.token,
        email: again.email,
        shipping_address: { ...ADDRESS, last_name: "zqledgerlast" },
      })
      const later = await buy(suite, cartId, again.token)
      await suite.settle()
      const second = { ...body, override_blocks: true }
      expect((await erase(headers, second)).erasure).toMatchObject({
        id: erasure?.id,
        status: "done",
      })
      await erase(headers, second)
      const rows = await selectRows<{ customer_ids: string[]; order_ids: string[] }>(
        suite.database(),
        `SELECT customer_ids, order_ids FROM dk_personal_data_ledger WHERE erasure_id = ? ORDER BY created_at`,
        [erasure?.id ?? ""]
      )
      expect(rows).toEqual([
        { customer_ids: [account.customerId], order_ids: [orderId] },
        { customer_ids: [again.customerId], order_ids: [later] },
      ])
    })
  })

  describe("a registered table that cannot be erased", () => {
    forgetRegistrations()

    it("is told to staff, makes one proof, and is tried again after an hour", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await database.raw("CREATE TABLE zq_volatile (id text, customer_id text, note text)")
      registerPersonalData({
        tables: [
          table("zq_volatile")
            .of(where("t.customer_id = ANY(:customer)"))
            .column("note", { ...NOTE, erase: { sql: "gen_random_uuid()::text" } })
            .contextOf(["id", "customer_id"], "row id"),
        ],
      })
      const { account } = await buyOnce(suite, "zqvolatile")
      await database("zq_volatile").insert({ customer_id: account.customerId, note: "zqvolatile" })
      const body = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      const { erasure } = await erase(headers, body)
      const stays = {
        status: "planned",
        waiting: [{ id: account.customerId, display_id: null, reason: "not_erasable" }],
      }
      expect(erasure).toMatchObject(stays)
      expect(await tablesHolding(database, "zqvolatilestreet")).toEqual([])
      const hourPasses = () =>
        database.raw(
          `UPDATE dk_personal_data_erasure SET updated_at = updated_at - interval '61 minutes'`
        )
      const [before] = await selectRows(database, "SELECT note FROM zq_volatile")
      await finishErasures(suite.container())
      expect(await selectRows(database, "SELECT note FROM zq_volatile")).toEqual([before])
      await hourPasses()
      await finishErasures(suite.container())
      await hourPasses()
      await finishErasures(suite.container())
      expect(await selectRows(database, "SELECT note FROM zq_volatile")).not.toEqual([before])
      expect(await read(headers, erasure?.id)).toMatchObject(stays)
      expect(await certificates()).toBe(1)
      await database.raw("DELETE FROM zq_volatile")
      await hourPasses()
      await finishErasures(suite.container())
      expect(await read(headers, erasure?.id)).toMatchObject({ status: "done", waiting: [] })
      expect(await certificates()).toBe(2)
    })

    it("whose statement Postgres refuses leaves the erasure planned, and nothing is half erased", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await database.raw("CREATE TABLE zq_refused (id text, customer_id text, note text NOT NULL)")
      registerPersonalData({
        tables: [
          table("zq_refused")
            .of(where("t.customer_id = ANY(:customer)"))
            .column("note", { ...NOTE, erase: "null" })
            .contextOf(["id", "customer_id"], "row id"),
        ],
      })
      const { account } = await buyOnce(suite, "zqrefused")
      await database("zq_refused").insert({ customer_id: account.customerId, note: "zqrefused" })
      const body = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      const { erasure } = await erase(headers, body)
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ id: account.customerId, display_id: null, reason: "not_erasable" }],
      })
      expect(await tablesHolding(database, "zqrefusedstreet")).toContain("order_address")
      expect(await certificates()).toBe(0)
      await database.raw("ALTER TABLE zq_refused ALTER note DROP NOT NULL")
      expect((await erase(headers, body)).erasure?.status).toBe("done")
      expect(await tablesHolding(database, "zqrefused")).toEqual([])
    })
  })

  describe("orders kept for bookkeeping", () => {
    it("are released however many are kept before them", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { orderId } = await keepOrder(headers, "zqmany")
      await database.raw(
        `INSERT INTO "order" (id, currency_code, status) SELECT 'order_00' || n, 'dkk', 'completed' FROM generate_series(1, 600) n`
      )
      await database.raw(
        `INSERT INTO dk_personal_data_restriction (id, order_id, erasure_id, keep_through, law)
         SELECT 'dkrestr_00' || n, 'order_00' || n, 'dkera_zq', '2090-12-31', 'zq' FROM generate_series(1, 600) n`
      )
      await endTerm(orderId)
      expect(await release()).toBe(1)
      expect(await isReleased(orderId)).toBe(true)
      expect(await tablesHolding(database, "zqmanystreet")).toEqual([])
      expect(await release()).toBe(0)
    })

    it("are released beside one that a table refuses, which is told", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const kept = [await keepOrder(headers, "zqfree"), await keepOrder(headers, "zqstuck")]
      for (const { orderId } of kept) await endTerm(orderId)
      await database.raw(`CREATE FUNCTION zq_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN IF OLD.address_1 = 'zqstuckstreet' THEN RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation'; END IF; RETURN NEW; END $$`)
      await database.raw(
        "CREATE TRIGGER zq_refuse BEFORE UPDATE ON order_address FOR EACH ROW EXECUTE FUNCTION zq_refuse()"
      )
      const warnings: string[] = []
      expect(await release((message) => warnings.push(message))).toBe(1)
      expect(await tablesHolding(database, "zqfreestreet")).toEqual([])
      expect(await tablesHolding(database, "zqstuckstreet")).toEqual(["order_address"])
      const stuck = kept[1]?.orderId ?? ""
      expect(warnings.filter((message) => message.includes(stuck))).toHaveLength(1)
      await database.raw("DROP TRIGGER zq_refuse ON order_address")
      expect(await release()).toBe(1)
      expect(await isReleased(stuck)).toBe(true)
    })

    it("lose the old buyer's address when they went to another account, and keep the new one's data", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { orderId } = await keepOrder(headers, "zqmoved")
      const heir = await register(suite, { email: "zqheir@kunde.example", last_name: "zqheirlast" })
      await database.raw(`UPDATE "order" SET customer_id = ?, email = ? WHERE id = ?`, [
        heir.customerId,
        heir.email,
        orderId,
      ])
      await endTerm(orderId)
      const hold = await suite.call<{ hold: { id: string } }>("POST", "/admin/privacy/holds", {
        headers,
        body: { order_id: orderId, kind: "dispute", reason: "zqmoved" },
      })
      expect(hold.status).toBe(201)
      expect(await release()).toBe(0)
      expect(await isReleased(orderId)).toBe(false)
      expect(await tablesHolding(database, "zqmovedstreet")).toEqual(["order_address"])
      await suite.call("POST", `/admin/privacy/holds/${hold.body.hold.id}/lift`, { headers })
      expect(await release()).toBe(1)
      expect(await isReleased(orderId)).toBe(true)
      expect(await tablesHolding(database, "zqmovedstreet")).toEqual([])
      expect(await tablesHolding(database, heir.email)).toContain("order")
    })

    it("keep an address that the new account has written since", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      const { orderId } = await keepOrder(headers, "zqgiven")
      const heir = await register(suite, { email: "zqgivenheir@kunde.example" })
      await database.raw(`UPDATE "order" SET customer_id = ? WHERE id = ?`, [
        heir.customerId,
        orderId,
      ])
      await database.raw(
        `UPDATE order_address SET address_1 = 'zqheirstreet', updated_at = now() WHERE address_1 = 'zqgivenstreet'`
      )
      await endTerm(orderId)
      expect(await release()).toBe(1)
      expect(await tablesHolding(database, "zqheirstreet")).toEqual(["order_address"])
    })
  })

  describe("an e-mail with letters of other alphabets", () => {
    it("is found however its letters are written", async () => {
      const database = suite.database()
      const stored = ["Æble@zqkunde.example", "ØRE@zqkunde.example", "åre@zqkunde.example"]
      for (const email of stored) {
        await database.raw(
          `INSERT INTO customer (id, email, last_name) VALUES (?, ?, 'zqletter')`,
          [`cus_${email}`, email]
        )
      }
      for (const email of ["æble@ZQkunde.example", "øre@zqkunde.example", "Åre@zqkunde.example"]) {
        const { customers } = await findPerson(database, [], email, "infinity")
        expect(customers).toEqual([expect.stringContaining("@zqkunde.example")])
      }
    })
  })
}
