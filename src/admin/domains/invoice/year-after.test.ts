import { yearAfter } from "./year-after"

describe("the year after", () => {
  it.each([
    ["2025-12-31", { start: "2026-01-01", end: "2026-12-31" }],
    ["2025-06-30", { start: "2025-07-01", end: "2026-06-30" }],
    ["2027-02-28", { start: "2027-03-01", end: "2028-02-29" }],
    ["", { start: "", end: "" }],
  ])("%s", (end, year) => {
    expect(yearAfter(end)).toEqual(year)
  })
})
