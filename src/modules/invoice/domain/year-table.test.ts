import { checkYears, movedBy } from "./year-table"

const calendar = (year: number) => ({
  start: `${year.toString()}-01-01`,
  end: `${year.toString()}-12-31`,
})

describe("a table of financial years", () => {
  it("may begin with an odd year and change over once, up to 18 months", () => {
    const years = [
      { start: "2023-03-17", end: "2023-12-31" },
      { start: "2024-01-01", end: "2025-06-30" },
      { start: "2025-07-01", end: "2026-06-30" },
    ]
    expect(checkYears(years)).toEqual([])
    expect(checkYears([...years].reverse())).toEqual([])
    expect(checkYears([])).toEqual([])
  })

  it.each([
    [[{ start: "2024-01-01", end: "2025-07-01" }], "financial_years.0.end", "year_too_long"],
    [[{ start: "2024-12-31", end: "2024-01-01" }], "financial_years.0.end", "year_reversed"],
    [[calendar(2024), calendar(2026)], "financial_years.1.start", "years_gap"],
    [
      [calendar(2024), { start: "2024-12-31", end: "2025-12-30" }],
      "financial_years.1.start",
      "years_overlap",
    ],
  ])("refuses %j", (years, field, code) => {
    expect(checkYears(years)).toEqual([{ field, code }])
  })
})

describe("a change of the table", () => {
  const chains = [
    { order_id: "order_1", days: ["2025-03-01"], keep_through: "2030-12-31" },
    { order_id: "order_2", days: ["2025-03-01", "2026-02-01"], keep_through: "2031-12-31" },
  ]

  it("moves what it changes, and leaves what stays", () => {
    const years = [
      { start: "2025-01-01", end: "2025-12-31" },
      { start: "2026-01-01", end: "2027-06-30" },
    ]
    expect(movedBy(chains, years)).toEqual({
      moved: [{ order_id: "order_2", from: "2031-12-31", to: "2032-06-30" }],
      uncovered: [],
    })
  })

  it("names the days of documents that no year covers", () => {
    expect(movedBy(chains, [calendar(2026)])).toEqual({ moved: [], uncovered: ["2025-03-01"] })
  })
})
