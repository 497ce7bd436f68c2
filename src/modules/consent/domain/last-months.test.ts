import { lastMonths } from "./last-months"

describe("the last months", () => {
  it("end with the day's own and reach over the year", () => {
    expect(lastMonths("2026-02-28", 4)).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"])
    expect(lastMonths("2026-12-31", 1)).toEqual(["2026-12"])
    expect(lastMonths("2026-01-01", 13)[0]).toBe("2025-01")
  })
})
