import { clockOf, formatWeekday, isNear } from "./clock"

const OPEN = {
  ...{ state: "open" as const, must_report: true, first_reported_at: null, closed_at: null },
  deadline_at: "2026-11-24T15:45:00.000Z",
}

const at = (iso: string) => clockOf(OPEN, new Date(iso))

describe("the clock of a breach", () => {
  it("counts whole hours, then minutes, and then what is over", () => {
    expect(at("2026-11-22T12:44:00Z")).toMatchObject({
      key: "left",
      span: { unit: "hours", count: 51 },
    })
    expect(at("2026-11-24T15:05:00Z")).toMatchObject({
      key: "left",
      span: { unit: "minutes", count: 40 },
    })
    expect(at("2026-11-24T15:45:00Z").key).toBe("left")
    expect(at("2026-11-24T18:46:00Z")).toMatchObject({
      key: "overdue",
      span: { unit: "hours", count: 3 },
    })
  })

  it("stands still when the authority has been told, the case is closed, or nobody is certain yet", () => {
    const now = new Date("2026-12-01T00:00:00Z")
    const reported = "2026-11-23T10:00:00.000Z"
    expect(clockOf({ ...OPEN, first_reported_at: reported }, now)).toEqual({
      ...{ key: "reported", at: reported },
    })
    expect(clockOf({ ...OPEN, deadline_at: null }, now)).toEqual({ key: "unknown" })
    const closed = "2026-11-30T10:00:00.000Z"
    expect(clockOf({ ...OPEN, state: "closed", closed_at: closed }, now)).toEqual({
      ...{ key: "closed", at: closed },
    })
  })

  it("does not run where nothing is to be reported, also once the limit is over", () => {
    const spared = { ...OPEN, must_report: false }
    expect(clockOf(spared, new Date("2026-11-22T00:00:00Z"))).toEqual({ key: "notNeeded" })
    expect(clockOf(spared, new Date("2026-12-01T00:00:00Z"))).toEqual({ key: "notNeeded" })
    expect(clockOf({ ...spared, deadline_at: null }, new Date())).toEqual({ key: "notNeeded" })
    const reported = "2026-11-23T10:00:00.000Z"
    expect(clockOf({ ...spared, first_reported_at: reported }, new Date()).key).toBe("reported")
  })

  it("is near within a day", () => {
    expect(isNear({ unit: "hours", count: 24 })).toBe(false)
    expect(isNear({ unit: "hours", count: 23 })).toBe(true)
    expect(isNear({ unit: "minutes", count: 59 })).toBe(true)
  })

  it("names the weekday, and the year only when it is another", () => {
    const iso = new Date(2026, 10, 24, 16, 45).toISOString()
    const now = new Date(2026, 10, 22)
    expect(formatWeekday(iso, "da", now)).toBe("tirsdag 24. november kl. 16.45")
    expect(formatWeekday(iso, "en", now)).toBe("Tuesday 24 November at 16:45")
    expect(formatWeekday(iso, "da", new Date(2027, 0, 2))).toBe(
      "tirsdag 24. november 2026 kl. 16.45"
    )
  })
})
