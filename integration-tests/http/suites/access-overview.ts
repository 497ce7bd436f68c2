import { seedStaff } from "../../../demo/seed/store"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminBreachNumbersResponse,
  AdminOverview,
  AdminRetentionResponse,
  AdminRoles,
  DkRole,
} from "../../../src/types/http"
import { BREACHES, breachesOf, wholeFacts } from "../helpers/breach-cases"
import { AUTHORITY, SCHOOL } from "../helpers/deliveries"
import { ERASURES, buyOnce } from "../helpers/erasures"
import { setBuyer } from "../helpers/invoices"
import { OVERVIEW, overviewOf } from "../helpers/overview"
import { buy, captureOrder, createCart, register, shopper, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STAFF, STRANGER_STAFF } from "../helpers/store"
import { REQUESTS, requestsOf } from "../helpers/subject-requests"
import type { Suite } from "../helpers/suite"

/** Long before any limit. */
const LONG_AGO = "2026-05-01"

export default (suite: Suite): void => {
  let headers: Headers
  const { opened } = breachesOf(suite, () => headers)
  const { enter } = requestsOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const see = overviewOf(suite)
  const codes = ({ tasks }: AdminOverview) => tasks.map(({ area, code }) => `${area} ${code}`)
  const get = async <Body>(path: string) => (await suite.call<Body>("GET", path, { headers })).body
  const countAt = async (path: string) => (await get<{ count: number }>(path)).count
  const post = async (path: string, body: object): Promise<void> => {
    const { status, text } = await suite.call("POST", path, { headers, body })
    if (status !== 200 && status !== 201) throw new Error(text)
  }
  const run = (sql: string, bindings: string[] = []) => selectRows(suite.database(), sql, bindings)
  /** Paid, and its buyer's town is gone, without which there is no invoice. */
  const sellWithoutTown = async (): Promise<void> => {
    const cartId = await createCart(suite, { billing_address: SCHOOL })
    await setBuyer(suite, `/store/carts/${cartId}`, shopper(), AUTHORITY)
    const orderId = await buy(suite, cartId)
    await suite.database()("order_address").where({ city: SCHOOL.city }).update({ city: null })
    await captureOrder(suite, orderId, headers)
    await suite.settle()
  }

  const hire = async (role: DkRole): Promise<Headers> => {
    const login = { email: `${role}@butik.example`, password: STAFF.password }
    await seedStaff(suite.container(), login)
    const known = await get<AdminRoles>("/admin/privacy/roles")
    const user = known.staff.find(({ email }) => email === login.email)
    await post("/admin/privacy/roles", { user_id: user?.user_id, role })
    return staff(suite, login)
  }

  describe("the overview of Privacy", () => {
    it("tells what requests, breaches and recipients ask for, as their lists do", async () => {
      await enter("access", { email: "zqsent@kunde.example", received_on: LONG_AGO })
      await enter("access", { email: "zqny@kunde.example" })
      const { deadline_at: limit } = await opened({ facts: wholeFacts(60) })
      await post("/admin/privacy/recipients", {
        ...{ name: "Zq Fragt", role: "processor", purposes: ["delivery"], country: "dk" },
        next_review_on: LONG_AGO,
      })
      const overview = await see()
      expect(overview.numbers.requests).toEqual(await get(`${REQUESTS}/numbers`))
      expect(overview.numbers.requests).toMatchObject({ overdue: 1, due: 0 })
      expect(overview.numbers.breaches).toEqual(
        await get<AdminBreachNumbersResponse>(`${BREACHES}/numbers`)
      )
      expect(overview.numbers.recipients).toEqual({ escalated: 0, reviews: 1 })
      expect(overview.failed).toEqual([])
      expect(overview.tasks).toContainEqual({
        ...{ area: "breaches", code: "clock", is_urgent: true, count: 1, deadline: limit },
        says: "Et brud skal anmeldes til Datatilsynet",
      })
      const [first, second] = codes(overview)
      expect([first, second]).toEqual(["requests overdue", "breaches clock"])
      expect(overview.tasks[0]?.deadline).toBe(overview.numbers.requests?.overdue_since)
      expect(codes(overview)).toContain("recipients reviews")
    })

    it("tells of breaches whose clock runs beside one that is late", async () => {
      const { deadline_at: late } = await opened({ facts: wholeFacts(80) })
      const { deadline_at: near } = await opened({ facts: wholeFacts(60) })
      await opened({ facts: wholeFacts(10) })
      const { tasks } = await see()
      const told = tasks.filter(({ area }) => area === "breaches")
      expect(told.map(({ code, count, deadline }) => [code, count, deadline])).toEqual([
        ["overdue", 1, late],
        ["clock", 2, near],
      ])
      expect(told[1]?.says).toBe("2 brud skal anmeldes til Datatilsynet")
    })

    it("counts erasures, holds, restrictions, stops and what falls due, as their lists do", async () => {
      const held = await register(suite, { email: "zqheld@kunde.example" })
      const leaving = await register(suite, { email: "zqgoing@kunde.example" })
      const old = await buyOnce(suite, "zqold")
      await post(ERASURES, { customer_id: leaving.customerId, grace_hours: 24 })
      const case1 = { kind: "dispute", reason: "Sag 1", customer_id: held.customerId }
      await post("/admin/privacy/holds", case1)
      await post("/admin/privacy/restrictions", {
        customer_id: held.customerId,
        ground: "accuracy_contested",
      })
      await suite.call("DELETE", `/admin/customers/${old.account.customerId}`, { headers })
      await suite.settle()
      await run(
        `INSERT INTO dk_personal_data_parked (id, rule, item_id, reason, attempts, tried_at)
          VALUES ('dkparked_zq', 'order_contact', 'order_zq', 'claim', 1, now())`
      )
      await post("/admin/privacy/stops", {
        ...{ kind: "court", reason: "Sag 2", ends_on: "2099-12-31" },
      })
      const overview = await see()
      const { erasures, holds, restrictions, retention, sweeps } = overview.numbers
      expect(erasures).toEqual({
        proposed: await countAt(`${ERASURES}?status=proposed`),
        planned: await countAt(`${ERASURES}?status=planned`),
      })
      expect(erasures).toEqual({ proposed: 1, planned: 1 })
      expect(holds).toEqual({ active: await countAt("/admin/privacy/holds?active=true") })
      expect(restrictions).toEqual({
        active: await countAt("/admin/privacy/restrictions?active=true"),
      })
      expect([holds, restrictions]).toEqual([{ active: 1 }, { active: 1 }])
      expect(sweeps).toEqual({ parked: await countAt("/admin/privacy/parked") })
      expect(sweeps).toEqual({ parked: 1 })
      const kept = (await get<AdminRetentionResponse>("/admin/privacy/retention")).retention
      expect(retention).toEqual({
        due: kept.rules.reduce((sum, { due }) => sum + due, 0),
        months: kept.months,
        without_rule: 0,
        stopped_until: "2099-12-31",
      })
      expect(kept.months).toHaveLength(12)
      expect(codes(overview)).toEqual(
        expect.arrayContaining(["erasures proposed", "sweeps parked", "retention stopped"])
      )
    })

    it("counts findings, staff checks, texts, drift and who has access, as their lists do", async () => {
      await run(
        `INSERT INTO dk_access_finding (id, table_name, column_name, row_id, path, kind, state, found_at)
          VALUES ('dkfind_zq', 'order', 'metadata', 'order_zq', 'note', 'card', 'open', now())`
      )
      await post("/admin/privacy/staff-checks", {
        ...{ employee_reference: "M-1", kind: "private_certificate", reason: "handles_money" },
        ...{ seen_on: "2024-05-01", completed: true },
      })
      await hire("bookkeeper")
      await run("ALTER TABLE customer ADD COLUMN zq_birthday text")
      try {
        const overview = await see()
        const { findings, staff_checks: checks, notices, data_map: map, access } = overview.numbers
        expect(findings?.open).toBe(await countAt("/admin/privacy/findings?state=open"))
        expect(findings?.inputs).toEqual(
          (await get<{ totals: object }>("/admin/privacy/input-counts")).totals
        )
        const listed = await get<{ count: number; asking: number }>("/admin/privacy/staff-checks")
        expect(checks).toEqual({ count: listed.count, asking: listed.asking })
        expect(checks).toEqual({ count: 1, asking: 1 })
        const missing = await get<{ fallbacks: unknown[] }>("/admin/privacy/notices/fallbacks")
        expect(notices).toEqual({ fallbacks: missing.fallbacks.length })
        expect(notices?.fallbacks).toBeGreaterThan(0)
        expect(map?.drift).toBe(1)
        expect(access).toMatchObject({
          ...{ staff: 3, see_everyone: 2, unlimited: 1, platform_rbac: false },
          roles: { owner: 1, customer_service: 0, bookkeeper: 1, warehouse: 0, none: 1 },
        })
        expect(codes(overview)).toEqual(
          expect.arrayContaining([
            ...["findings open", "staff_checks asking", "notices fallbacks", "data_map drift"],
            "access unlimited",
          ])
        )
      } finally {
        await run("ALTER TABLE customer DROP COLUMN zq_birthday")
      }
    })

    it("counts webhooks, payments and invoices, as their lists do", async () => {
      await run(
        `INSERT INTO dk_nets_receipt (id, session_id, event, event_id, payment_id, outcome, attempts, next_attempt_at, done_at, created_at)
          VALUES ('dknetsrec_a', 's', 'e', '1', 'p', NULL, 0, now(), NULL, now() - interval '1 hour'),
                 ('dknetsrec_b', 's', 'e', '2', 'p', 'failed: zq', 9, now(), now(), now())`
      )
      await sellWithoutTown()
      const overview = await see()
      const { nets, invoices } = overview.numbers
      const { metrics } = await get<{ metrics: object }>("/admin/dk/nets/metrics")
      const receipts = "/admin/dk/nets/receipts"
      expect(nets).toMatchObject({
        ...metrics,
        oldest_unprocessed_receipt_seconds: expect.any(Number) as number,
        receipts_waiting: await countAt(`${receipts}?state=waiting`),
        receipts_failed: await countAt(`${receipts}?state=failed`),
      })
      expect(nets).toMatchObject({ receipts_waiting: 1, receipts_failed: 1 })
      expect(nets?.oldest_unprocessed_receipt_seconds).toBeGreaterThan(3500)
      expect(codes(overview)).toEqual(
        expect.arrayContaining(["nets receipts_failed", "nets webhooks_late"])
      )
      const lacking = await get<{ orders: unknown[] }>("/admin/dk/invoices/lacking")
      const late = await get<{ undelivered: unknown[] }>("/admin/dk/invoices/undelivered")
      expect(invoices).toEqual({
        ...{ mode: "own", lacking: lacking.orders.length, counted_to: 100 },
        undelivered: late.undelivered.length,
        requested: await countAt("/admin/dk/invoice-requests?status=waiting"),
      })
      expect(invoices).toMatchObject({ lacking: 1, undelivered: 0, requested: 0 })
      expect(codes(overview)).toContain("invoices lacking")
    })

    it("holds nothing about anybody", async () => {
      await enter("access", { email: "zqsent@kunde.example", received_on: LONG_AGO })
      await buyOnce(suite, "zqkunde")
      const { text } = await suite.call("GET", OVERVIEW, { headers })
      expect(text).not.toMatch(/@|zqsent|zqkunde/u)
    })

    it("shows each role what its lists show, and nothing in place of the rest", async () => {
      const areas = async (by: Headers) => Object.keys((await see(by)).numbers).sort()
      const whole = await areas(headers)
      expect(whole).toHaveLength(16)
      expect(await areas(await hire("owner"))).toEqual(whole)
      expect(await areas(await hire("customer_service"))).toEqual(
        ["breaches", "consents", "invoices", "nets", "recipients", "requests"].sort()
      )
      expect(await areas(await hire("bookkeeper"))).toEqual(["invoices", "nets"])
      const warehouse = await see(await hire("warehouse"))
      expect(warehouse).toEqual({
        ...{ numbers: {}, tasks: [], failed: [], kept_seconds: 60 },
        read_at: expect.any(String) as string,
      })
      const stranger = await see(await staff(suite, STRANGER_STAFF))
      expect([Object.keys(stranger.numbers), stranger.setup, stranger.doctor]).toEqual([
        ["invoices"],
        undefined,
        undefined,
      ])
      expect((await suite.call("GET", OVERVIEW)).status).toBe(401)
    })

    it("says which area could not be read, and shows the others", async () => {
      await run("ALTER TABLE dk_access_finding RENAME TO zq_gone")
      try {
        const overview = await see()
        expect(overview.failed).toEqual([{ area: "findings", name: "fund" }])
        expect(overview.numbers.findings).toBeUndefined()
        expect(overview.numbers.requests).toBeDefined()
        const english = await see(headers, "?locale=en")
        expect(english.failed).toEqual([{ area: "findings", name: "findings" }])
      } finally {
        await run("ALTER TABLE zq_gone RENAME TO dk_access_finding")
      }
    })

    it("keeps what is heavy to read for a minute, says as of when, and reads anew when asked", async () => {
      const before = await see()
      await run("ALTER TABLE customer ADD COLUMN zq_birthday text")
      try {
        await enter("access", { email: "zqny@kunde.example", received_on: LONG_AGO })
        const kept = await see(headers, "")
        expect(kept.numbers.data_map?.drift).toBe(0)
        expect(kept.numbers.requests?.overdue).toBe(1)
        expect(Date.parse(kept.read_at)).toBeGreaterThanOrEqual(Date.parse(before.read_at))
        expect(Date.now() - Date.parse(kept.read_at)).toBeLessThan(kept.kept_seconds * 1000)
        const anew = await see()
        expect(anew.numbers.data_map?.drift).toBe(1)
        expect(anew.read_at > kept.read_at).toBe(true)
        expect((await see(headers, "?fresh=false")).numbers.data_map?.drift).toBe(1)
      } finally {
        await run("ALTER TABLE customer DROP COLUMN zq_birthday")
      }
    })

    it("refuses a language that it has not", async () => {
      const wrong = await suite.call("GET", `${OVERVIEW}?locale=fr`, { headers })
      expect([wrong.status, wrong.error.message]).toEqual([400, expect.stringContaining("locale")])
      const danish = await see(headers, "?locale=da&fresh=true")
      expect(danish.doctor?.findings.map(({ says }) => says).join(" ")).toMatch(/Sessionscookien/u)
    })
  })
}
