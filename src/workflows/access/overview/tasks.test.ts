import type { AdminOverviewNumbers } from "../../../types/http"
import { tasksOf } from "./tasks"

const NOW = new Date("2026-12-01T10:00:00Z")
const HOUR_MS = 3_600_000

const QUIET = {
  ...{ due: 0, overdue: 0, next_due_on: null, overdue_since: null },
  ...{ letters_by_hand: 0, letters_waiting: 0, has_mail_provider: true },
}
const BREACHES = {
  ...{ open: 1, open_drills: 0, overdue: 0, new_reports: 0, next_deadline_at: null },
  ...{ running: 0, next_running_deadline_at: null },
}

const inHours = (hours: number): string => new Date(NOW.getTime() + hours * HOUR_MS).toISOString()

const runs = (hours: number, running = 1) => ({
  ...{ ...BREACHES, open: running, running },
  ...{ next_deadline_at: inHours(hours), next_running_deadline_at: inHours(hours) },
})

const codes = (numbers: Partial<AdminOverviewNumbers>): string[] =>
  tasksOf(numbers, undefined, { locale: "en", now: NOW }).map(
    ({ area, code, is_urgent: isUrgent }) => `${area}.${code}${isUrgent ? "!" : ""}`
  )

describe("what asks for staff", () => {
  it("is nothing where nothing is", () => {
    expect(codes({ requests: QUIET, holds: { active: 3 }, sweeps: { parked: 0 } })).toEqual([])
    expect(codes({})).toEqual([])
  })

  it("is urgent once a limit is a day away", () => {
    const at = (hours: number) => codes({ breaches: runs(hours) })
    expect(at(25)).toEqual(["breaches.clock"])
    expect(at(23)).toEqual(["breaches.clock!"])
    expect(codes({ breaches: BREACHES })).toEqual(["breaches.open"])
  })

  it("is every breach whose clock runs, beside those that are late", () => {
    const late = { open: 4, overdue: 1, next_deadline_at: inHours(-3) }
    const breaches = { ...runs(5, 3), ...late }
    const tasks = tasksOf({ breaches }, undefined, { locale: "en", now: NOW })
    expect(tasks.map(({ code, count, deadline }) => [code, count, deadline])).toEqual([
      ["overdue", 1, inHours(-3)],
      ["clock", 3, inHours(5)],
    ])
    expect(tasks[1]).toMatchObject({
      ...{ is_urgent: true, says: "3 breaches are to be reported to the authority" },
    })
  })

  it("is urgent when a request falls due tomorrow in Denmark", () => {
    const due = (day: string, now = NOW) =>
      tasksOf({ requests: { ...QUIET, due: 1, next_due_on: day } }, undefined, {
        locale: "da",
        now,
      }).map((task) => task.is_urgent)
    expect([due("2026-12-01"), due("2026-12-02"), due("2026-12-03")]).toEqual([
      [true],
      [true],
      [false],
    ])
    // Half past midnight in Denmark; the server's day is the one before.
    expect(due("2026-12-03", new Date("2026-12-01T23:30:00Z"))).toEqual([true])
  })

  it("comes by urgency, then by the nearest limit", () => {
    expect(
      codes({
        ...{
          notices: { fallbacks: 1 },
          sweeps: { parked: 1 },
          recipients: { escalated: 0, reviews: 2 },
        },
        requests: {
          ...{ ...QUIET, due: 1, next_due_on: "2026-12-04" },
          ...{ overdue: 1, overdue_since: "2026-11-20" },
        },
        breaches: { ...BREACHES, overdue: 1, next_deadline_at: inHours(-400) },
      })
    ).toEqual([
      ...["breaches.overdue!", "requests.overdue!", "sweeps.parked!"],
      ...["requests.due", "recipients.reviews", "notices.fallbacks"],
    ])
  })

  it("says letters that wait only while nobody can send them", () => {
    expect(codes({ requests: { ...QUIET, letters_waiting: 2 } })).toEqual([])
    expect(codes({ requests: { ...QUIET, letters_waiting: 2, has_mail_provider: false } })).toEqual(
      ["requests.waiting"]
    )
  })

  it("has words for one and for many, and says where it stopped counting", () => {
    const says = (count: number, locale: "da" | "en") =>
      tasksOf(
        {
          invoices: { mode: "own", lacking: count, undelivered: 0, requested: 0, counted_to: 100 },
        },
        undefined,
        { locale, now: NOW }
      ).map((task) => task.says)
    expect(says(1, "da")).toEqual(["1 ordre mangler noget, før fakturaen kan udstedes"])
    expect(says(2, "en")).toEqual(["2 orders lack something before their invoice can be issued"])
    expect(says(100, "en")[0]).toMatch(/^100\+ orders/u)
  })
})
