import { registerPersonalData } from "../../../src/modules/personal-data"
import { dueOn } from "../../../src/modules/personal-data/domain/retention/term"
import { readHeld } from "../../../src/modules/personal-data/engine/retention/overview"
import { selectRows } from "../../../src/shared/postgres"
import type {
  AdminParkedListResponse,
  AdminRetentionChangeListResponse,
  AdminRetentionChangeResponse,
  AdminRetentionResponse,
  AdminSweepListResponse,
  AdminSweepPreviewResponse,
  AdminSweepResponse,
} from "../../../src/types/http"
import { guestLeaves } from "../helpers/guests"
import { forgetRegistrations } from "../helpers/registry"
import { eventually, staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import { STRANGER_STAFF } from "../helpers/store"
import type { Suite } from "../helpers/suite"
import { soldToGuest } from "../helpers/sweeps"

const RETENTION = "/admin/privacy/retention"
const SWEEPS = "/admin/privacy/sweeps"

/** Terms in SQL and in TypeScript must name the same day. */
const BEGINNINGS = [
  ["2024-02-29T11:00:00Z", 24],
  // Already the next day in Denmark.
  ["2024-02-29T23:30:00Z", 24],
  ["2024-06-30T22:30:00Z", 1],
  ["2023-12-31T22:59:00Z", 2],
] as const

export default (suite: Suite): void => {
  forgetRegistrations()

  const read = async (headers: Headers) =>
    (await suite.call<AdminRetentionResponse>("GET", RETENTION, { headers })).body.retention
  const change = (headers: Headers, body: object) =>
    suite.call<AdminRetentionChangeResponse>("POST", RETENTION, { headers, body })
  const longer = { rule: "abandoned_cart", term: 30, unit: "days", reason: "Kortere er nok" }

  describe("the overview of what is held", () => {
    it("has every rule with its term, what falls due when, and no column without a rule", async () => {
      const headers = await staff(suite)
      await soldToGuest(suite, headers, "zqoverview")
      await guestLeaves(suite, "zqleft@kunde.example", { last_name: "zqleftlast" })
      const retention = await read(headers)
      expect(retention.without_rule).toEqual([])
      expect(retention.stop).toBeNull()
      const of = (rule: string) => retention.rules.find((one) => one.rule === rule)
      const [{ day } = { day: "" }] = await selectRows<{ day: string }>(
        suite.database(),
        "SELECT (now() AT TIME ZONE 'Europe/Copenhagen')::date::text AS day"
      )
      expect(of("abandoned_cart")).toEqual({
        ...{ rule: "abandoned_cart", term: 90, unit: "days", default_term: 90 },
        ...{ default_unit: "days", held: 1, due: 0, changed: null },
        next_due_on: dueOn(day, { term: 90, unit: "days" }),
      })
      expect(of("order_contact")).toMatchObject({ term: 24, unit: "months", held: 1, due: 0 })
      expect(of("invoice")).toMatchObject({ term: null, unit: null, default_term: null, held: 1 })
      for (const rule of ["access_log", "consent_proof", "cookie_proof", "kept_order"]) {
        expect(of(rule)).toMatchObject({ rule, term: null })
      }
      expect(retention.months).toHaveLength(12)
      expect(retention.months[0]?.month).toBe(day.slice(0, 7))
      const carts = retention.months.flatMap(({ counts }) => counts.abandoned_cart ?? [])
      expect(carts).toEqual([1])
    })

    it("names a column that nobody classified, and tells what others registered with dates of their own", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await database.raw("CREATE TABLE gift_wish (id text PRIMARY KEY, wish text)")
      registerPersonalData({
        retention: [{ name: "gift_wish", sql: "SELECT date '2020-01-31' AS due_on, 3 AS count" }],
      })
      const retention = await read(headers)
      expect(retention.without_rule).toContainEqual({ table: "gift_wish", column: "wish" })
      expect(retention.rules.at(-1)).toMatchObject({ rule: "gift_wish", held: 3, due: 3 })
      await database.raw("DROP TABLE gift_wish")
    })

    it.each(BEGINNINGS)("counts months from %s as the calendar does", async (began, term) => {
      const database = suite.database()
      const now = new Date(began)
      await database.raw(
        `INSERT INTO notification (id, "to", channel, template, created_at) VALUES ('noti_zq', 'zq@kunde.example', 'email', 'x', ?)`,
        [now]
      )
      await database.raw(
        `INSERT INTO dk_personal_data_retention_rule (id, rule, term, unit, reason, changed_by) VALUES ('dkretr_zq', 'notification', ?, 'months', 'x', 'x')`,
        [term]
      )
      const [{ day } = { day: "" }] = await selectRows<{ day: string }>(
        database,
        "SELECT (?::timestamptz AT TIME ZONE 'Europe/Copenhagen')::date::text AS day",
        [began]
      )
      const last = dueOn(day, { term, unit: "months" })
      const at = async (moment: string) =>
        (await readHeld(database, new Date(moment))).find(({ rule }) => rule === "notification")
      // Danish noon of its last day, and of the day after.
      expect(await at(`${last}T11:00:00Z`)).toMatchObject({ held: 1, due: 0, nextDueOn: last })
      const after = dueOn(last, { term: 1, unit: "days" })
      expect(await at(`${after}T11:00:00Z`)).toMatchObject({ held: 1, due: 1, nextDueOn: null })
    })
  })

  describe("the term of a rule", () => {
    it("is changed by staff with who and why; the latest holds, and all are told", async () => {
      const headers = await staff(suite)
      const first = await change(headers, longer)
      expect(first.status).toBe(201)
      expect(first.body.change).toMatchObject(longer)
      await change(headers, { ...longer, term: 60, reason: "Alligevel ikke" })
      const rule = (await read(headers)).rules.find((one) => one.rule === "abandoned_cart")
      expect(rule).toMatchObject({
        term: 60,
        default_term: 90,
        changed: { reason: "Alligevel ikke" },
      })
      const { body } = await suite.call<AdminRetentionChangeListResponse>(
        "GET",
        `${RETENTION}/changes?limit=1`,
        { headers }
      )
      expect(body).toMatchObject({ count: 2, offset: 0, limit: 1, changes: [{ term: 60 }] })
      const erased = suite.database().raw("DELETE FROM dk_personal_data_retention_rule")
      await expect(erased).rejects.toThrow(/is evidence/)
    })

    it.each([
      [{ rule: "invoice" }, /^rule: /],
      [{ rule: "nothing" }, /^rule: /],
      [{ term: 0 }, /^term: /],
      [{ term: 121, unit: "months" }, /^term: /],
      [{ term: 1.5 }, /^term: /],
      [{ unit: "years" }, /^unit: /],
      [{ reason: " " }, /^reason: /],
    ])("is not changed to %o", async (wrong, message) => {
      const { status, error } = await change(await staff(suite), { ...longer, ...wrong })
      expect([status, error.type]).toEqual([400, "invalid_data"])
      expect(error.message).toMatch(message)
    })

    it("and sweeps are nobody's who is no operator", async () => {
      const headers = await staff(suite, STRANGER_STAFF)
      const asked = [
        ["GET", RETENTION],
        ["POST", RETENTION],
        ["GET", `${RETENTION}/changes`],
        ["GET", SWEEPS],
        ["POST", SWEEPS],
        ["POST", `${SWEEPS}/preview`],
        ["GET", "/admin/privacy/parked"],
        ["POST", "/admin/privacy/parked/x/retry"],
      ] as const
      for (const [method, path] of asked) {
        const { status } = await suite.call(method, path, {
          headers,
          ...(method === "POST" && { body: longer }),
        })
        expect([path, status]).toEqual([path, 403])
      }
    })
  })

  describe("staff", () => {
    it("sees what a sweep would do, starts it, and reads what it did", async () => {
      const headers = await staff(suite)
      const database = suite.database()
      await guestLeaves(suite, "zqstaff@kunde.example", { last_name: "zqstafflast" })
      await suite.settle()
      for (const table of ["cart", "cart_line_item", "cart_address", "customer"]) {
        await database.raw(`UPDATE ?? SET created_at = created_at - interval '100 days'`, [table])
      }
      const preview = await suite.call<AdminSweepPreviewResponse>("POST", `${SWEEPS}/preview`, {
        headers,
        body: {},
      })
      expect(preview.body.preview.rules).toEqual([
        { rule: "abandoned_cart", erased: 1, waiting: {}, parked: 0 },
      ])
      const begun = await suite.call<AdminSweepResponse>("POST", SWEEPS, { headers, body: {} })
      expect(begun.status).toBe(202)
      const { id } = begun.body.sweep
      const done = await eventually(async () => {
        const { body } = await suite.call<AdminSweepResponse>("GET", `${SWEEPS}/${id}`, { headers })
        return body.sweep.status === "done" && body.sweep
      })
      expect(done.started_by).toMatch(/^user_/)
      expect(done.rules).toEqual([
        { rule: "abandoned_cart", erased: 1, waiting: {}, parked: 0 },
        { rule: "guest_customer", erased: 1, waiting: {}, parked: 0 },
      ])
      const list = await suite.call<AdminSweepListResponse>("GET", SWEEPS, { headers })
      expect(list.body).toMatchObject({ count: 1, sweeps: [{ id }] })
      const missing = await suite.call("GET", `${SWEEPS}/dkswp_none`, { headers })
      expect(missing.status).toBe(404)
      const parked = await suite.call<AdminParkedListResponse>("GET", "/admin/privacy/parked", {
        headers,
      })
      expect(parked.body).toEqual({ parked: [], count: 0, offset: 0, limit: 20 })
    })
  })
}
