import type {
  AdminAssessBreach,
  AdminBreachListResponse,
  AdminBreachNumbersResponse,
  AdminBreachQuickStartsResponse,
  AdminBreachReportResponse,
} from "../../../src/types/http"
import { breachSettings } from "../../../src/workflows/breach/settings"
import { BREACHES, breachesOf, factsOf, hoursAgo, wholeFacts } from "../helpers/breach-cases"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const HIGH: AdminAssessBreach = {
  risk: "high",
  reasoning: "Zqlisten viser hvem der har købt hvad.",
}
const PHASE = { receipt: "2026-11-0042", is_final: false, delay_reasons: null }
const CLOSING = { cause: "Autofuldførelse", lessons: "Autofuldførelse er slået fra." }

export default (suite: Suite): void => {
  let headers: Headers
  const { open, opened, act, done, read } = breachesOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const get = async <Body>(path: string) => (await suite.call<Body>("GET", path, { headers })).body
  const reportIn = async (id: string, locale: string) =>
    (await get<AdminBreachReportResponse>(`${BREACHES}/${id}/report?locale=${locale}`)).report
  const listed = (query: string) => get<AdminBreachListResponse>(`${BREACHES}?${query}`)
  const numbers = () => get<AdminBreachNumbersResponse>(`${BREACHES}/numbers`)

  describe("a lost laptop", () => {
    it("is followed from the quick start to the closing review, and can be opened again", async () => {
      const starts = `/admin/privacy/breach-quick-starts`
      const { quick_starts: guides } = await get<AdminBreachQuickStartsResponse>(starts)
      expect(guides).toHaveLength(6)
      const guide = guides.find(({ id }) => id === "lost_device")
      if (!guide) throw new Error("no quick start")
      expect(guide.questions.length).toBeGreaterThan(1)
      const { id, ...begun } = await opened({
        quick_start: guide.id,
        facts: factsOf({ title: "Bærbar glemt i toget", ...guide.prefill }),
      })
      expect(begun).toMatchObject({
        ...{ state: "open", quick_start: "lost_device", deadline_at: null, duties: null },
        missing_in_report: ["people_count", "records_count", "consequences", "measures_taken"],
        open_duties: ["not_assessed"],
        timeline: [{ type: "opened" }, { type: "described" }],
      })
      const facts = { ...begun.facts, aware_at: hoursAgo(3), people_count: 40 }
      const described = await done(id, "facts", facts)
      expect(Date.parse(described.deadline_at ?? "") - Date.parse(facts.aware_at)).toBe(72 * 36e5)
      const assessed = await done(id, "assess", HIGH)
      expect(assessed.duties).toEqual({
        ...{ notifyAuthority: true, notifyPeople: true, publicNotice: false },
      })
      const report = await reportIn(id, "da")
      expect(report.missing).toEqual(["records_count", "consequences", "measures_taken"])
      expect(report.text).toContain("Omtrentligt antal personer\n40")
      expect(report.text).toContain("Sandsynlige konsekvenser\nIkke oplyst endnu")
      expect(report.text).toContain(HIGH.reasoning)
      expect(report.json).toMatchObject({ risk: "high", breach: { people_count: 40 } })
      expect((await reportIn(id, "en")).text).toContain("Risk to the people concerned\nhigh")

      await done(id, "phases", { ...PHASE, reported_at: hoursAgo(1) })
      await done(id, "facts", { ...facts, records_count: 40, consequences: "Svindelmails." })
      const final = { ...PHASE, is_final: true, receipt: "2026-11-0043" }
      const reported = await done(id, "phases", { ...final, reported_at: hoursAgo(0) })
      expect(reported.is_late).toBe(false)
      const versions = reported.timeline.filter(({ type }) => type === "reported")
      expect(versions.map(({ data }) => data)).toMatchObject([
        { receipt: "2026-11-0042", facts: { consequences: "", records_count: null } },
        { receipt: "2026-11-0043", facts: { consequences: "Svindelmails.", records_count: 40 } },
      ])

      const early = await act(id, "close", CLOSING)
      expect([early.status, early.error.code]).toEqual([409, "people_not_told"])
      const exemption = {
        exemption: "disproportionate" as const,
        exemption_reason: "Vi har ikke alles adresser.",
      }
      expect((await done(id, "assess", { ...HIGH, ...exemption })).open_duties).toEqual([
        "not_published",
      ])
      expect((await act(id, "close", CLOSING)).error.code).toBe("not_published")
      await done(id, "public-notice", { place: "Forsiden", text: "En bærbar er væk." })
      const closed = await done(id, "close", CLOSING)
      expect(closed).toMatchObject({ state: "closed", open_duties: [] })
      expect((await act(id, "facts", facts)).error.code).toBe("closed")
      const noted = await done(id, "notes", { text: "Datatilsynet har afsluttet sagen." })
      expect(noted.closed_at).toBe(closed.closed_at)
      const reopened = await done(id, "reopen", { reasoning: "Den er fundet." })
      expect(reopened).toMatchObject({ state: "open", closed_at: null })
      expect((await act(id, "reopen", { reasoning: "Igen" })).error.code).toBe("not_closed")
    })

    it("has its quick start in English too", async () => {
      const in_ = async (locale: string) =>
        (
          await get<AdminBreachQuickStartsResponse>(
            `/admin/privacy/breach-quick-starts?locale=${locale}`
          )
        ).quick_starts.flatMap(({ questions, prefill }) => [...questions, prefill.nature])
      const [da, en] = [await in_("da"), await in_("en")]
      expect(en).toHaveLength(da.length)
      expect(da.filter((words) => en.includes(words))).toEqual([])
    })
  })

  it("that was none is documented with its reasoning, and can be closed", async () => {
    const { id } = await opened({ facts: factsOf({ aware_at: hoursAgo(100) }) })
    expect((await read(id)).is_late).toBe(true)
    const ruledOut = await done(id, "rule-out", { reasoning: "Filen var tom." })
    expect(ruledOut).toMatchObject({
      ...{ is_ruled_out: true, is_late: false, duties: null, open_duties: [] },
      timeline: [{}, {}, { type: "ruled_out", data: { reasoning: "Filen var tom." } }],
    })
    expect((await done(id, "close", CLOSING)).state).toBe("closed")
  })

  describe("a report that is late", () => {
    it("needs its reasons once, which stand in the report", async () => {
      const { id } = await opened({ facts: wholeFacts(80) })
      const late = { ...PHASE, reported_at: hoursAgo(1) }
      const refused = await act(id, "phases", late)
      expect([refused.status, refused.error.message.split(":")[0]]).toEqual([400, "delay_reasons"])
      expect((await read(id)).timeline).toHaveLength(2)
      const told = await done(id, "phases", { ...late, delay_reasons: "Zqleverandøren tav." })
      expect([told.is_late, told.open_duties]).toEqual([true, ["not_assessed"]])
      await done(id, "phases", { ...PHASE, is_final: true, reported_at: hoursAgo(0) })
      expect((await reportIn(id, "da")).text).toContain("Zqleverandøren tav.")
    })

    it("is none when an earlier phase was in time, also one that is noted down later", async () => {
      const { id } = await opened({ facts: wholeFacts(80) })
      await done(id, "phases", { ...PHASE, reported_at: hoursAgo(10) })
      const second = await done(id, "phases", { ...PHASE, reported_at: hoursAgo(1) })
      expect(second.is_late).toBe(false)
    })

    it("needs its reasons before the case is closed when it turns out to be late", async () => {
      const { id } = await opened({ facts: wholeFacts(10) })
      await done(id, "phases", { ...PHASE, is_final: true, reported_at: hoursAgo(1) })
      await done(id, "assess", { risk: "risk", reasoning: "Navne og mails." })
      const later = await done(id, "facts", wholeFacts(90))
      expect([later.is_late, later.open_duties]).toEqual([true, ["no_delay_reasons"]])
      expect((await act(id, "close", CLOSING)).error.code).toBe("no_delay_reasons")
      const reasons = { delay_reasons: "Vi så først senere, at en kollega vidste det." }
      await done(id, "phases", { ...PHASE, is_final: true, reported_at: hoursAgo(0), ...reasons })
      expect((await done(id, "close", CLOSING)).state).toBe("closed")
    })

    it("cannot be judged, nor given, before the shop says when it was certain", async () => {
      const { id } = await opened()
      const answer = await act(id, "phases", { ...PHASE, reported_at: hoursAgo(0) })
      expect([answer.status, answer.error.code]).toEqual([409, "not_aware"])
    })
  })

  describe("the clock", () => {
    it("follows the law of the moment of awareness", async () => {
      const hoursOf = async (aware: string) => {
        const { deadline_at: deadline } = await opened({ facts: factsOf({ aware_at: aware }) })
        return (Date.parse(deadline ?? "") - Date.parse(aware)) / 36e5
      }
      const law = { from: "2018-05-25T00:00:00+02:00", hours: 72 }
      jest.replaceProperty(breachSettings(suite.container()), "clock", [
        law,
        { from: hoursAgo(24), hours: 96 },
      ])
      try {
        expect([await hoursOf(hoursAgo(25)), await hoursOf(hoursAgo(23))]).toEqual([72, 96])
      } finally {
        jest.restoreAllMocks()
      }
    })
  })

  describe("a drill", () => {
    it("is one wherever it is seen", async () => {
      const { id } = await opened({
        ...{ is_drill: true, facts: { ...wholeFacts(100), title: "Zqøvelse" } },
      })
      expect((await read(id)).is_drill).toBe(true)
      expect((await listed("is_drill=true")).breaches.map((one) => one.id)).toEqual([id])
      expect((await listed("is_drill=false")).count).toBe(0)
      const report = await reportIn(id, "da")
      expect([report.text.split("\n")[0], report.json.is_drill]).toEqual([
        ...["ØVELSE: skal ikke anmeldes", true],
      ])
      expect(await numbers()).toEqual({
        ...{ open: 0, open_drills: 1, next_deadline_at: null, overdue: 0, new_reports: 0 },
        ...{ running: 0, next_running_deadline_at: null },
      })
    })
  })

  describe("the register", () => {
    it("lists open cases with the nearest limit first, and finds them by title and state", async () => {
      const at = (hours: number | null, title: string) =>
        opened({ facts: factsOf({ title, aware_at: hours === null ? null : hoursAgo(hours) }) })
      const later = await at(10, "Zqpakke 50% væk")
      const unknown = await at(null, "Zqmail")
      const sooner = await at(20, "Zqmail igen")
      const none = await at(30, "Zqtom")
      await done(none.id, "rule-out", { reasoning: "Tom." })
      await done(none.id, "close", CLOSING)
      const ids = async (query: string) => (await listed(query)).breaches.map(({ id }) => id)
      expect(await ids("")).toEqual([sooner.id, later.id, unknown.id, none.id])
      expect(await ids("state=closed")).toEqual([none.id])
      expect(await ids("q=ZQMAIL")).toEqual([sooner.id, unknown.id])
      expect(await ids(`q=${encodeURIComponent("50% v")}`)).toEqual([later.id])
      expect(await ids("order=deadline_at")).toEqual(await ids(""))
      expect(await ids("order=created_at")).toEqual([later.id, unknown.id, sooner.id, none.id])
      expect(await ids("order=-created_at&state=open")).toEqual([sooner.id, unknown.id, later.id])
      expect((await suite.call("GET", `${BREACHES}?order=title`, { headers })).status).toBe(400)
      const page = await listed("limit=1&offset=1")
      expect(page).toMatchObject({ count: 4, limit: 1, offset: 1, breaches: [{ id: later.id }] })
      expect((await suite.call("GET", `${BREACHES}?state=gone`, { headers })).status).toBe(400)
    })

    it("says what asks for attention", async () => {
      const overdue = await opened({ facts: wholeFacts(80) })
      const near = await opened({ facts: wholeFacts(70) })
      const unlikely = await opened({ facts: wholeFacts(90) })
      await done(unlikely.id, "assess", { risk: "unlikely", reasoning: "Alt var krypteret." })
      await opened()
      const before = await numbers()
      expect(before).toEqual({
        ...{ open: 4, open_drills: 0, overdue: 1, new_reports: 0 },
        next_deadline_at: overdue.deadline_at,
        ...{ running: 1, next_running_deadline_at: near.deadline_at },
      })
      const late = { reported_at: hoursAgo(0), delay_reasons: "Ferie." }
      await done(overdue.id, "phases", { ...PHASE, ...late })
      expect(await numbers()).toMatchObject({
        ...{ overdue: 0, next_deadline_at: near.deadline_at },
      })
    })
  })

  describe("what cannot be", () => {
    it("is refused naming the field, and never repeating what was typed", async () => {
      const { id } = await opened({ facts: wholeFacts(2) })
      const ahead = hoursAgo(-1)
      const phase = { ...PHASE, reported_at: hoursAgo(1) }
      const cases: [action: string, body: object, field: string][] = [
        ["facts", factsOf({ title: "" }), "title"],
        ["facts", factsOf({ aware_at: ahead }), "aware_at"],
        ["facts", factsOf({ occurred_from: hoursAgo(1), occurred_to: hoursAgo(2) }), "occurred_to"],
        ["facts", factsOf({ nature: "Zqhemmeligt\0" }), "nature"],
        ["facts", { ...factsOf(), zqfelt: "Zqhemmeligt" }, "body"],
        ["assess", { ...HIGH, risk: "Zqhemmeligt" }, "risk"],
        ["assess", { risk: "high", reasoning: " " }, "reasoning"],
        ["assess", { ...HIGH, exemption: "unintelligible" }, "exemption_reason"],
        ["assess", { ...HIGH, exemption_reason: "Zqhemmeligt" }, "exemption_reason"],
        [
          "assess",
          { ...HIGH, risk: "risk", exemption: "risk_removed", exemption_reason: "Zqhemmeligt" },
          "exemption",
        ],
        ["rule-out", {}, "reasoning"],
        ["phases", { ...phase, reported_at: ahead }, "reported_at"],
        ["phases", { ...phase, reported_at: "2026-11-26T10:00:00" }, "reported_at"],
        ["phases", { ...phase, receipt: "" }, "receipt"],
        ["notes", { text: `Zqhemmeligt ${"x".repeat(5_000)}` }, "text"],
        ["notes", { text: "Zqhemmeligt \ud800" }, "text"],
        ["public-notice", { place: "Forsiden" }, "text"],
        ["close", { cause: "Zqhemmeligt" }, "lessons"],
        ["reopen", { reasoning: 7 }, "reasoning"],
      ]
      for (const [action, body, field] of cases) {
        const { status, error, text } = await act(id, action, body)
        expect([action, status, error.message.split(":")[0]]).toEqual([action, 400, field])
        expect(text).not.toContain("Zqhemmeligt")
      }
      const openings: [body: object, field: string][] = [
        [{ facts: factsOf({ aware_at: ahead }) }, "facts.aware_at"],
        [{ facts: factsOf({ title: "" }) }, "facts.title"],
        [{ source: "Zqhemmeligt" }, "source"],
        [{ quick_start: "Zqhemmeligt" }, "quick_start"],
        [{ report_id: "dkbrt_1" }, "source"],
      ]
      for (const [body, field] of openings) {
        const { status, error, text } = await open(body)
        expect([status, error.message.split(":")[0]]).toEqual([400, field])
        expect(text).not.toContain("Zqhemmeligt")
      }
      expect((await read(id)).timeline).toHaveLength(2)
    })

    it("is no case that nobody opened", async () => {
      const none = await suite.call("GET", `${BREACHES}/dkbrc_1`, { headers })
      const report = await suite.call("GET", `${BREACHES}/dkbrc_1/report`, { headers })
      const note = await act("dkbrc_1", "notes", { text: "Ingen" })
      expect([none.status, report.status, note.status]).toEqual([404, 404, 404])
    })
  })

  it("keeps the numbers of people and cards out of what staff writes", async () => {
    const { id } = await opened({
      facts: factsOf({ nature: "Zqlisten nævner 211062-5629.", title: "Mail om CPR 211062-5629" }),
    })
    await done(id, "notes", { text: "Ringet om 2110625629" })
    const card = await act(id, "notes", { text: "Kortet er 4111 1111 1111 1111" })
    expect([card.status, card.error.code]).toEqual([400, "looks_like_card_number"])
    const stored = JSON.stringify(await read(id))
    expect(stored).toContain("211062-****")
    expect(stored).not.toMatch(/5629|4111/)
  })
}
