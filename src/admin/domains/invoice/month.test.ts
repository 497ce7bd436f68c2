import { accountsIn, lastMonth } from "./month"

describe("a bookkeeper's month", () => {
  it("is the one before, over the turn of the year", () => {
    expect(lastMonth(new Date(2027, 0, 31))).toBe("2026-12")
    expect(lastMonth(new Date(2026, 10, 26))).toBe("2026-10")
  })

  it("names the accounts that the server misses", () => {
    expect(accountsIn("These accounts have no number yet: debtors, sales_S.")).toEqual([
      "debtors",
      "sales_S",
    ])
    expect(accountsIn("Something else")).toEqual([])
  })
})
