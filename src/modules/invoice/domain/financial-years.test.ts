import fc from "fast-check"
import { earlierFinancialYears, missingFinancialYears } from "./financial-years"

const day = fc
  .integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2045, 0, 1) })
  .map((time) => new Date(time).toISOString().slice(0, 10))

describe("financial years", () => {
  it("begin in the month of the option", () => {
    expect(missingFinancialYears([], "2026-11-24", 1)).toEqual([
      { start: "2026-01-01", end: "2026-12-31" },
    ])
    expect(missingFinancialYears([], "2026-06-30", 7)).toEqual([
      { start: "2025-07-01", end: "2026-06-30" },
    ])
    expect(missingFinancialYears([], "2028-02-29", 3)).toEqual([
      { start: "2027-03-01", end: "2028-02-29" },
    ])
  })

  it("follow a change-over year of the table", () => {
    const table = [{ start: "2025-01-01", end: "2026-06-30" }]
    expect(missingFinancialYears(table, "2026-07-01", 1)).toEqual([
      { start: "2026-07-01", end: "2027-06-30" },
    ])
    expect(missingFinancialYears(table, "2026-06-30", 1)).toEqual([])
    expect(missingFinancialYears(table, "2024-12-31", 1)).toEqual([])
  })

  it("of documents from before the table are twelve months each", () => {
    const table = [{ start: "2025-07-01", end: "2026-06-30" }]
    expect(earlierFinancialYears(table, "2023-08-01")).toEqual([
      { start: "2023-07-01", end: "2024-06-30" },
      { start: "2024-07-01", end: "2025-06-30" },
    ])
    expect(earlierFinancialYears(table, "2025-07-01")).toEqual([])
    expect(earlierFinancialYears([], "2023-08-01")).toEqual([])
  })

  it("cover every later day once, without gap or overlap", () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 12 }), (first, second, month) => {
        const [early, late] = first < second ? [first, second] : [second, first]
        const seeded = missingFinancialYears([], early, month)
        const years = [...seeded, ...missingFinancialYears(seeded, late, month)]
        for (const wanted of [early, late]) {
          expect(years.filter(({ start, end }) => start <= wanted && wanted <= end)).toHaveLength(1)
        }
        years.slice(1).forEach(({ start }, index) => {
          const end = Date.parse(years[index]?.end ?? "")
          expect(Date.parse(start) - end).toBe(24 * 3600 * 1000)
        })
      })
    )
  })
})
