import type {
  AdminBreachListResponse,
  AdminBreachNumbersResponse,
  AdminBreachReportResponse,
} from "../../../src/types/http"
import { BREACHES, breachesOf, factsOf, hoursAgo, wholeFacts } from "../helpers/breach-cases"
import { staff } from "../helpers/shop"
import type { Headers } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

const PHASE = { receipt: "2026-11-0042", is_final: false, delay_reasons: null }
const UNLIKELY = { risk: "unlikely" as const, reasoning: "Alt var krypteret." }

export default (suite: Suite): void => {
  let headers: Headers
  const { opened, act, done, read } = breachesOf(suite, () => headers)

  beforeEach(async () => {
    headers = await staff(suite)
  })

  const get = async <Body>(path: string) =>
    (await suite.call<Body>("GET", `${BREACHES}${path}`, { headers })).body
  const openAt = (hours: number, title: string, isDrill = false) =>
    opened({ is_drill: isDrill, facts: { ...wholeFacts(hours), title } })

  it("lists what is still to be reported first, whatever limit the others had, and drills last", async () => {
    const drill = await openAt(71, "Zqøvelse", true)
    const reported = await openAt(60, "Zqanmeldt")
    await done(reported.id, "phases", { ...PHASE, reported_at: hoursAgo(1) })
    const unlikely = await openAt(70, "Zqusandsynlig")
    await done(unlikely.id, "assess", UNLIKELY)
    const none = await openAt(65, "Zqintet")
    await done(none.id, "rule-out", { reasoning: "Filen var tom." })
    const later = await openAt(5, "Zqsenere")
    const sooner = await openAt(50, "Zqsnart")
    const { breaches } = await get<AdminBreachListResponse>("")
    expect(breaches.map(({ title, must_report: must }) => [title, must])).toEqual([
      [sooner.title, true],
      [later.title, true],
      [unlikely.title, false],
      [none.title, false],
      [reported.title, true],
      [drill.title, true],
    ])
    expect(await get<AdminBreachNumbersResponse>("/numbers")).toEqual({
      ...{ open: 5, open_drills: 1, overdue: 0, new_reports: 0 },
      ...{ running: 2, next_running_deadline_at: sooner.deadline_at },
      next_deadline_at: sooner.deadline_at,
    })
    const judgedAnew = { risk: "risk" as const, reasoning: "Nøglen var med." }
    expect((await done(unlikely.id, "assess", judgedAnew)).must_report).toBe(true)
    expect((await get<AdminBreachListResponse>("?limit=1")).breaches).toMatchObject([
      { id: unlikely.id },
    ])
  })

  describe("a report", () => {
    it("cannot be from before the shop was certain, as with a wrong year", async () => {
      const { id } = await opened({ facts: wholeFacts(80) })
      const at = async (reportedAt: string) => {
        const { status, error } = await act(id, "phases", { ...PHASE, reported_at: reportedAt })
        return [status, error.message.split(":")[0]]
      }
      expect(await at(hoursAgo(365 * 24))).toEqual([400, "reported_at"])
      expect(await at(hoursAgo(80 + 2 / 60))).toEqual([400, "reported_at"])
      expect((await read(id)).timeline).toHaveLength(2)
    })

    it("may be from the minute in which the shop became certain, for forms know no seconds", async () => {
      const minute = Math.floor(Date.now() / 60_000) - 60
      const aware = new Date(minute * 60_000 + 30_000).toISOString()
      const { id } = await opened({ facts: factsOf({ aware_at: aware }) })
      const same = new Date(minute * 60_000).toISOString()
      expect((await done(id, "phases", { ...PHASE, reported_at: same })).is_late).toBe(false)
    })

    it("says that reasons are missing when it is late, and only then", async () => {
      const reportOf = async (id: string, locale = "da") =>
        (await get<AdminBreachReportResponse>(`/${id}/report?locale=${locale}`)).report
      const { id } = await opened({ facts: wholeFacts(80) })
      const owed = await reportOf(id)
      expect(owed.missing).toEqual(["delay_reasons"])
      expect(owed.text).toContain("Hvorfor fristen er overskredet\nIkke oplyst endnu")
      expect((await reportOf(id, "en")).text).toContain(
        "Why the deadline was missed\nNot known yet"
      )
      await done(id, "assess", UNLIKELY)
      expect((await reportOf(id)).missing).toEqual([])
      await done(id, "assess", { risk: "risk", reasoning: "Navne og mails." })
      const reasons = { delay_reasons: "Zqleverandøren tav.", reported_at: hoursAgo(1) }
      await done(id, "phases", { ...PHASE, ...reasons })
      const told = await reportOf(id)
      expect(told.missing).toEqual([])
      expect(told.text).toContain("Hvorfor fristen er overskredet\nZqleverandøren tav.")
      const { id: inTime } = await opened({ facts: wholeFacts(10) })
      expect((await reportOf(inTime)).missing).toEqual([])
    })
  })
}
