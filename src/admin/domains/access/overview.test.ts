import { barsOf, countUpTo, isDay, isOpenTo, placeOf, setupPlaceOf } from "./overview"

describe("the overview", () => {
  it("leads each task to the list that shows it", () => {
    expect(placeOf({ area: "requests", code: "overdue" })).toBe("/privacy/requests")
    expect(placeOf({ area: "erasures", code: "proposed" })).toBe(
      "/privacy/erasures?status=proposed"
    )
    expect(placeOf({ area: "invoices", code: "lacking" })).toBe("/invoices")
  })

  it("leads points of setting up to their page, and none of the configuration's anywhere", () => {
    expect(setupPlaceOf("roles")).toBe("/privacy/access")
    expect(setupPlaceOf("financial_years")).toBe("/invoices")
    expect(setupPlaceOf("secrets")).toBeNull()
  })

  it("shows that counting ended", () => {
    expect([99, 100].map((count) => countUpTo(count, 100).shown)).toEqual(["99", "100+"])
  })

  it("tells a day from an instant", () => {
    expect([isDay("2026-12-01"), isDay("2026-12-01T10:00:00.000Z")]).toEqual([true, false])
  })

  it("draws months beside the fullest, and shows what is little", () => {
    const months = [
      { month: "2026-11", counts: {} },
      { month: "2026-12", counts: { invoice: 150, abandoned_cart: 50 } },
      { month: "2027-01", counts: { invoice: 1 } },
    ]
    expect(barsOf(months)).toEqual([
      { month: "2026-11", count: 0, share: 0 },
      { month: "2026-12", count: 200, share: 100 },
      { month: "2027-01", count: 1, share: 3 },
    ])
  })

  it("opens what came and what failed to come, and nothing else", () => {
    const overview = {
      ...{ numbers: { holds: { active: 0 } }, tasks: [] },
      failed: [{ area: "findings" as const, name: "findings" }],
      ...{ read_at: "2026-12-01T10:00:00.000Z", kept_seconds: 60 },
    }
    expect(isOpenTo(overview, "holds")).toBe(true)
    expect(isOpenTo(overview, "findings")).toBe(true)
    expect(isOpenTo(overview, "requests")).toBe(false)
    expect(isOpenTo(overview, "doctor")).toBe(false)
  })
})
