import { breachFactsSchema } from "../../../src/modules/breach/domain/facts"
import { oweNotices } from "../../../src/modules/breach/owe-notices"
import { addAffected } from "../../../src/modules/breach/people"
import type { AdminBreachTipListResponse, AdminRetentionResponse } from "../../../src/types/http"
import { forgetBreaches } from "../../../src/workflows/breach"
import { changeCase, getCase, openCase } from "../../../src/workflows/breach/cases"
import { breachSettings } from "../../../src/workflows/breach/settings"
import { NOON_AGO, closedLongAgo } from "../helpers/breach-cases"
import { tablesHolding } from "../helpers/canary"
import { exportJson } from "../helpers/exports"
import { fullScansOf } from "../helpers/full-scans"
import { register, shopper, staff } from "../helpers/shop"
import type { Account, Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const REPORT = "/store/privacy/breach-reports"
const REPORTS = "/admin/privacy/breach-reports"
const TABLES = ["dk_breach", "dk_breach_event", "dk_breach_person", "dk_breach_notice"] as const

export default (suite: Suite): void => {
  let headers: Headers

  beforeEach(async () => {
    headers = await staff(suite)
    await suite.database()("dk_subject_request_limit").delete()
    await suite.database()("dk_breach_tip").delete()
  })

  const post = <Body>(path: string, body: object) =>
    suite.call<Body>("POST", path, { headers, body })
  const forget = () => forgetBreaches(suite.container())

  const closedAgo = (id: string, interval: string) => closedLongAgo(suite, id, interval)
  const decidedAgo = (id: string, interval: string) =>
    suite
      .database()
      .raw(`UPDATE dk_breach_tip SET decided_at = ${NOON_AGO} WHERE id = ?`, [interval, id])

  const act = (id: string, event: Parameters<typeof changeCase>[1]["event"]) =>
    changeCase(suite.container(), { id, event, actor: "user_zq" })
  const open = (isDrill = false) =>
    openCase(suite.container(), {
      ...{ source: "staff", quick_start: null, is_drill: isDrill, actor: "user_zq" },
      facts: breachFactsSchema().parse({ title: "Liste sendt til forkert" }),
    })
  const affect = (breachId: string, customerIds: string[]) =>
    suite.database().transaction(async (transaction) => {
      const { secrets } = breachSettings(suite.container())
      const query = { customer_ids: customerIds }
      const added = await addAffected(transaction, secrets, { breachId, query })
      expect(added).toBe(customerIds.length)
      return oweNotices(transaction, breachId)
    })
  const closed = async (isDrill = false, customerIds: string[] = []) => {
    const { id } = await open(isDrill)
    if (customerIds.length > 0) {
      await affect(id, customerIds)
      const done = { outcome: "no_address", attempts: 1, done_at: new Date() }
      await suite.database()("dk_breach_notice").where({ breach_id: id }).update(done)
    }
    await act(id, { type: "ruled_out", reasoning: "Listen var tom." })
    await act(id, { type: "closed", cause: "Tastefejl", lessons: "To par øjne" })
    return id
  }
  const rowsOf = async (id: string) => {
    const counts: Record<string, number> = {}
    for (const table of TABLES) {
      const column = table === "dk_breach" ? "id" : "breach_id"
      counts[table] = (
        await suite
          .database()(table)
          .where({ [column]: id })
      ).length
    }
    return counts
  }
  const told = async (message: string, token?: string) => {
    const { status } = await suite.call("POST", REPORT, {
      ...{ headers: shopper(token), body: { message } },
    })
    expect(status).toBe(202)
    const { body } = await suite.call<AdminBreachTipListResponse>("GET", REPORTS, { headers })
    return body.breach_reports.find((tip) => tip.message === message)?.id ?? ""
  }
  const isThere = async (id: string) =>
    (await suite.database()("dk_breach_tip").where({ id })).length === 1

  describe("a report", () => {
    it("goes three months after it was dismissed, not a day before, and never while nobody has decided", async () => {
      const [id, waiting] = [await told("Zqafvist"), await told("Zqventer")]
      await suite
        .database()("dk_breach_tip")
        .where({ id: waiting })
        .update({ created_at: new Date("2020-01-01T12:00:00Z") })
      expect((await post(`${REPORTS}/${id}/dismiss`, {})).status).toBe(200)
      await decidedAgo(id, "3 months")
      await forget()
      expect(await isThere(id)).toBe(true)
      await decidedAgo(id, "3 months 1 day")
      await Promise.all([forget(), forget()])
      expect([await isThere(id), await isThere(waiting)]).toEqual([false, true])
      expect(await tablesHolding(suite.database(), "Zqafvist")).toEqual([])
    })

    it("stays as long as the case it led to is open", async () => {
      const [id, breach] = [await told("Zqsag"), await open()]
      expect((await post(`${REPORTS}/${id}/link`, { breach_id: breach.id })).status).toBe(200)
      await decidedAgo(id, "2 years")
      await forget()
      expect(await isThere(id)).toBe(true)
      await act(breach.id, { type: "ruled_out", reasoning: "Ingen så den." })
      await act(breach.id, { type: "closed", cause: "Tastefejl", lessons: "To par øjne" })
      await forget()
      expect(await isThere(id)).toBe(true)
      await closedAgo(breach.id, "1 day")
      await forget()
      expect(await isThere(id)).toBe(false)
      expect((await getCase(suite.container(), breach.id)).state).toBe("closed")
    })

    it("waits for a dispute with who sent it, and for a stop of all erasing", async () => {
      const { customerId, token } = await register(suite, { email: "zqtvist@kunde.example" })
      const [id, other] = [await told("Zqmin", token), await told("Zqanden")]
      for (const tip of [id, other]) {
        await post(`${REPORTS}/${tip}/dismiss`, {})
        await decidedAgo(tip, "1 year")
      }
      const hold = await post<{ hold: { id: string } }>("/admin/privacy/holds", {
        ...{ customer_id: customerId, kind: "dispute", reason: "Sag ved nævnet" },
      })
      await post("/admin/privacy/stops", {
        ...{ kind: "court", reason: "Sag i byretten", ends_on: "2999-01-01" },
      })
      await forget()
      expect([await isThere(id), await isThere(other)]).toEqual([true, true])
      await suite.database()("dk_personal_data_stop").update({ lifted_at: new Date() })
      await forget()
      expect([await isThere(id), await isThere(other)]).toEqual([true, false])
      await post(`/admin/privacy/holds/${hold.body.hold.id}/lift`, {})
      await forget()
      expect(await isThere(id)).toBe(false)
    })
  })

  describe("a case", () => {
    it.each([
      ["a breach", false],
      ["a drill", true],
    ])(
      "goes with all that belongs to it five years after it was closed, not a day before: %s",
      async (what, isDrill) => {
        const person = await register(suite, {
          email: `zq${isDrill ? "ovelse" : "brud"}@kunde.example`,
        })
        const id = await closed(isDrill, [person.customerId])
        const people = isDrill ? 0 : 1
        const all = {
          dk_breach: 1,
          dk_breach_event: 4,
          dk_breach_person: people,
          dk_breach_notice: people,
        }
        await closedAgo(id, "5 years")
        await forget()
        expect(await rowsOf(id)).toEqual(all)
        await closedAgo(id, "5 years 1 day")
        await Promise.all([forget(), forget()])
        const none = Object.fromEntries(TABLES.map((table) => [table, 0]))
        expect([what, await rowsOf(id)]).toEqual([what, none])
      }
    )

    it("that was a drill forgets who was on its list the night after it was closed, no other does", async () => {
      const { customerId } = await register(suite, { email: "zqiovelse@kunde.example" })
      const open_ = (await open(true)).id
      await affect(open_, [customerId])
      const [drill, breach] = [await closed(true, [customerId]), await closed(false, [customerId])]
      const peopleOf = async (id: string) => (await rowsOf(id)).dk_breach_person
      await forget()
      expect(await peopleOf(drill)).toBe(1)
      for (const id of [drill, breach]) await closedAgo(id, "1 day")
      await Promise.all([forget(), forget()])
      expect(await rowsOf(drill)).toMatchObject({ dk_breach_event: 4, dk_breach_notice: 0 })
      expect(await Promise.all([drill, breach, open_].map(peopleOf))).toEqual([0, 1, 1])
    })

    it("is judged by the day it is asked about, and the database refuses to forget ahead of time", async () => {
      const id = await closed()
      await forgetBreaches(suite.container(), new Date(Date.now() + 4 * 365 * 24 * 3600 * 1000))
      expect(await rowsOf(id)).toMatchObject({ dk_breach: 1, dk_breach_event: 4 })
      const later = new Date(Date.now() + 6 * 365 * 24 * 3600 * 1000)
      await expect(forgetBreaches(suite.container(), later)).rejects.toThrow()
      expect(await rowsOf(id)).toMatchObject({ dk_breach: 1, dk_breach_event: 4 })
    })

    it("stays while it is open, opened again, or somebody affected is held", async () => {
      const [running, again] = [(await open()).id, await closed()]
      await closedAgo(again, "6 years")
      await act(again, { type: "reopened", reasoning: "Nye oplysninger" })
      const { customerId } = await register(suite, { email: "zqsagsoeger@kunde.example" })
      const disputed = await closed(false, [customerId])
      await closedAgo(disputed, "6 years")
      const hold = await post<{ hold: { id: string } }>("/admin/privacy/holds", {
        ...{ customer_id: customerId, kind: "dispute", reason: "Krav om erstatning" },
      })
      await forget()
      for (const id of [running, again, disputed]) {
        expect((await rowsOf(id)).dk_breach).toBe(1)
      }
      await post(`/admin/privacy/holds/${hold.body.hold.id}/lift`, {})
      await forget()
      expect((await rowsOf(disputed)).dk_breach).toBe(0)
    })

    it("is shown among what is held and until when", async () => {
      const rulesNow = async () => {
        const { body } = await suite.call<AdminRetentionResponse>(
          "GET",
          "/admin/privacy/retention",
          { headers }
        )
        return Object.fromEntries(
          body.retention.rules.map(({ rule, held: count, due }) => [rule, [count, due]])
        )
      }
      const id = await closed()
      const { breach_case: [count = 0, due = 0] = [] } = await rulesNow()
      await closedAgo(id, "6 years")
      const tip = await told("Zqtælles")
      expect(await rulesNow()).toMatchObject({
        ...{ breach_case: [count, due + 1], breach_report: [1, 0] },
      })
      await post(`${REPORTS}/${tip}/dismiss`, {})
      await decidedAgo(tip, "4 months")
      expect(await rulesNow()).toMatchObject({ breach_report: [1, 1] })
      await forget()
      expect(await rulesNow()).toMatchObject({
        ...{ breach_case: [count - 1, 0], breach_report: [0, 0] },
      })
    })
  })

  it("tells whom a breach concerns in their copy, and nobody of a drill", async () => {
    const { customerId } = await register(suite, { email: "zqkopi@kunde.example" })
    await affect((await open(true)).id, [customerId])
    const before = await exportJson(suite, headers, { customer_id: customerId })
    expect(before.data.dk_breach_person ?? []).toEqual([])
    expect(before.data.dk_breach_notice ?? []).toEqual([])
    const { id } = await open()
    await affect(id, [customerId])
    const { data } = await exportJson(suite, headers, { customer_id: customerId })
    expect(data.dk_breach_person).toMatchObject([{ breach_id: id }])
    expect(data.dk_breach_notice).toMatchObject([{ notice_channel: "mail" }])
  })

  it("still knows that somebody erased is affected, and holds nothing that says who", async () => {
    const scans = fullScansOf(suite)
    const people: Account[] = []
    for (const name of ["zqramtilda", "zqramtgudrun"]) {
      people.push((await scans.buyWhole(headers, name)).account)
    }
    const breach = await open()
    const ids = people.map(({ customerId }) => customerId)
    await affect(breach.id, ids)
    const [erased] = people
    if (!erased) throw new Error("nobody")
    const erasure = await scans.eraseWhole(headers, erased)
    expect((await getCase(suite.container(), breach.id)).people).toMatchObject({
      ...{ affected: 2, untold: 2 },
    })
    expect(await tablesHolding(suite.database(), erased.email)).toEqual([])
    await scans.scan(headers)
    expect(await scans.proof(headers, erasure)).toMatchObject({ level: "full", found: [] })
  })
}
