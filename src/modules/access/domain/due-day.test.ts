import { addDays, checkState, defaultDue } from "./due-day"

describe("defaultDue", () => {
  it.each([
    ["2026-05-01", "2028-05-01"],
    ["2028-02-29", "2030-02-28"],
    ["2026-12-31", "2028-12-31"],
  ])("%s asks again on %s", (seen, due) => {
    expect(defaultDue(seen)).toBe(due)
  })
})

describe("addDays", () => {
  it("goes over months and years", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29")
  })
})

describe("checkState", () => {
  it.each([
    ["2026-12-27", null, "valid"],
    ["2026-12-26", null, "soon"],
    ["2026-11-26", null, "due"],
    ["2026-11-25", null, "due"],
    ["2026-11-25", "2026-11-20", "left"],
  ])("of one due %s and left %s is %s", (next_due, left_on, state) => {
    expect(checkState({ next_due, left_on }, "2026-11-26")).toBe(state)
  })
})
