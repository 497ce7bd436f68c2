import { registerPersonalData } from "../../../src/modules/personal-data"
import { copenhagenDay } from "../../../src/rules"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminCreateHold,
  AdminErasure,
  AdminHoldListResponse,
  AdminHoldResponse,
} from "../../../src/types/http"
import { finishErasures } from "../../../src/workflows/personal-data"
import { tablesHolding } from "../helpers/canary"
import { ERASURES, buyOnce, erasuresOf } from "../helpers/erasures"
import { captureOrder, register, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { shipOrder } from "../helpers/warehouse"

const HOLDS = "/admin/privacy/holds"

/** What the store's own code answers for a person; it says nothing of anybody else. */
const answers = new Map<string, () => string | null>()

registerPersonalData({
  veto: {
    name: "example-store",
    ask: ({ keys }) => {
      const answer = keys.email.map((email) => answers.get(email)?.() ?? null)
      return Promise.resolve(answer.find((word) => word !== null) ?? null)
    },
  },
})

export default (suite: Suite): void => {
  const { erase, preview } = erasuresOf(suite)
  const read = async (headers: Headers, id = "") =>
    (await suite.call<{ erasure: AdminErasure }>("GET", `${ERASURES}/${id}`, { headers })).body
      .erasure
  const hold = (headers: Headers, body: AdminCreateHold) =>
    suite.call<AdminHoldResponse>("POST", HOLDS, { headers, body })
  const lift = (headers: Headers, id: string) =>
    suite.call<AdminHoldResponse>("POST", `${HOLDS}/${id}/lift`, { headers })

  describe("a hold", () => {
    it("on a customer makes the whole person wait, whoever overrides, until it is lifted", async () => {
      const headers = await staff(suite)
      const { account } = await buyOnce(suite, "zqheld")
      const request = { kind: "legal_claim", reason: "zqheldreason" } as const
      const { status, body } = await hold(headers, { ...request, customer_id: account.customerId })
      expect(status).toBe(201)
      expect(body.hold).toMatchObject({
        ...request,
        order_id: null,
        ends_on: null,
        lifted_at: null,
      })
      const erasing = { customer_id: account.customerId, override_blocks: true, grace_hours: 0 }
      const expected = { id: account.customerId, display_id: null, reason: "legal_hold" }
      expect(await preview(headers, erasing)).toMatchObject({
        already_erased: false,
        erased_now: [],
        blocked: [expected],
      })
      const { erasure } = await erase(headers, erasing)
      expect(erasure).toMatchObject({ status: "planned", started_at: null, waiting: [expected] })
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).waiting).toEqual([expected])
      expect(await tablesHolding(suite.database(), "zqheldstreet")).toContain("order_address")

      expect((await lift(headers, body.hold.id)).body.hold.lifted_at).not.toBeNull()
      const again = await lift(headers, body.hold.id)
      expect(again).toMatchObject({ status: 409, error: { code: "hold_lifted" } })
      await finishErasures(suite.container())
      expect(await read(headers, erasure?.id)).toMatchObject({ status: "done", waiting: [] })
      for (const text of ["zqheldlast", "zqheldstreet", "zqheldreason"]) {
        expect(await tablesHolding(suite.database(), text)).toEqual([])
      }
      const refused = await hold(headers, { ...request, customer_id: account.customerId })
      expect(refused.status).toBe(400)
      expect(refused.error.message).toContain("customer_id")
      const list = await suite.call<AdminHoldListResponse>(
        "GET",
        `${HOLDS}?customer_id=${account.customerId}&active=false`,
        { headers }
      )
      expect(list.body).toMatchObject({ count: 1, holds: [{ id: body.hold.id, reason: "" }] })
    })

    it("on an order makes that order wait until its last day, and the rest goes", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqcase")
      const today = copenhagenDay(new Date())
      const body = { order_id: orderId, kind: "dispute", reason: "zqcase", ends_on: today } as const
      expect((await hold(headers, { ...body, ends_on: "2020-01-01" })).error.message).toContain(
        "ends_on"
      )
      expect((await hold(headers, { ...body, order_id: "order_unknown" })).error.message).toContain(
        "order_id"
      )
      const stranger = await staff(suite, STRANGER_STAFF)
      expect((await hold(stranger, body)).status).toBe(403)
      expect((await hold(headers, body)).status).toBe(201)
      const { erasure } = await erase(headers, {
        customer_id: account.customerId,
        override_blocks: true,
        grace_hours: 0,
      })
      expect(erasure).toMatchObject({
        status: "planned",
        waiting_ids: [orderId],
        waiting: [{ id: orderId, reason: "dispute" }],
      })
      const database = suite.database()
      expect(await tablesHolding(database, "zqcaselast")).not.toContain("customer")
      expect(await tablesHolding(database, "zqcasestreet")).toContain("order_address")
      const active = async () =>
        (await suite.call<AdminHoldListResponse>("GET", `${HOLDS}?active=true`, { headers })).body
          .count
      expect(await active()).toBe(1)
      await database.raw(`UPDATE dk_personal_data_hold SET ends_on = '2026-01-01'`)
      expect(await active()).toBe(0)
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await tablesHolding(database, "zqcase")).toEqual([])
    })
  })

  describe("the store's veto", () => {
    it("leaves the whole erasure planned with its word; one that fails says so", async () => {
      const headers = await staff(suite)
      const { customerId, email } = await register(suite, {
        email: "zqveto@kunde.example",
        last_name: "zqvetolast",
      })
      const erasing = { customer_id: customerId, override_blocks: true, grace_hours: 0 }
      answers.set(email, () => "open_lawsuit")
      expect((await preview(headers, erasing)).blocked).toMatchObject([
        { id: customerId, reason: "veto:open_lawsuit" },
      ])
      const { erasure } = await erase(headers, erasing)
      expect(erasure).toMatchObject({
        status: "planned",
        waiting: [{ reason: "veto:open_lawsuit", display_id: null }],
      })
      const failing = [
        () => {
          throw new Error("zqveto broke")
        },
        () => "A sentence about zqvetolast",
      ]
      for (const answer of failing) {
        answers.set(email, answer)
        await finishErasures(suite.container())
        expect((await read(headers, erasure?.id)).waiting).toMatchObject([
          { reason: "veto:failed" },
        ])
      }
      expect(await tablesHolding(suite.database(), "zqvetolast")).toContain("customer")
      answers.delete(email)
      await finishErasures(suite.container())
      expect((await read(headers, erasure?.id)).status).toBe("done")
      expect(await tablesHolding(suite.database(), "zqveto")).toEqual([])
    })
  })

  describe("an order", () => {
    it("waits while it is owed, claimed, exchanged or on its way, and says why", async () => {
      const headers = await staff(suite)
      const { account, orderId } = await buyOnce(suite, "zqwhy")
      const why = async () => {
        const { blocked } = await preview(headers, { customer_id: account.customerId })
        return blocked.map(({ reason }) => reason)
      }
      const open = async (path: string, body: object) => {
        const answer = await suite.call<Record<string, { id: string }>>("POST", path, {
          headers,
          body,
        })
        expect(answer.status).toBe(200)
        const [word = ""] = path.split("/").slice(-1)
        return answer.body[word.slice(0, -1)]?.id ?? ""
      }
      expect(await why()).toEqual(["uncaptured"])
      await shipOrder(suite, orderId, headers)
      expect(await why()).toEqual(["unpaid_invoice"])
      await captureOrder(suite, orderId, headers)
      await suite.settle()
      expect(await why()).toEqual([])
      const claim = await open("/admin/claims", { order_id: orderId, type: "refund" })
      expect(await why()).toEqual(["claim_open"])
      await suite.call("DELETE", `/admin/claims/${claim}/request`, { headers })
      expect(await why()).toEqual([])
      await open("/admin/exchanges", { order_id: orderId })
      expect(await why()).toEqual(["exchange_open"])
      const [change] = await selectRows<{ n: number }>(
        suite.database(),
        `SELECT count(*)::int AS n FROM order_change WHERE order_id = ? AND exchange_id IS NOT NULL AND status = 'pending'`,
        [orderId]
      )
      expect(change?.n).toBe(1)
    })
  })
}
