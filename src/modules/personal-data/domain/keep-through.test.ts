import { keepThrough } from "./keep-through"

describe("keepThrough", () => {
  it.each([
    ["2025-01-01", 1, "2030-12-31"],
    ["2025-12-31", 1, "2030-12-31"],
    ["2025-06-30", 7, "2030-06-30"],
    ["2025-07-01", 7, "2031-06-30"],
    ["2023-05-10", 3, "2029-02-28"],
    ["2022-03-01", 3, "2028-02-29"],
  ])("%s in a year that starts in month %i is kept through %s", (day, month, expected) => {
    expect(keepThrough(day, month)).toBe(expected)
  })
})
