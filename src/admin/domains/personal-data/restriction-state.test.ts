import { restrictionState } from "./restriction-state"

describe("restrictionState", () => {
  const now = new Date("2026-03-10T22:30:00Z")
  const state = (from_on: string, ends_on: string | null, lifted_at: string | null = null) =>
    restrictionState({ from_on, ends_on, lifted_at }, now)

  it("counts the first and the last day in Denmark", () => {
    expect(state("2026-03-10", null)).toBe("active")
    expect(state("2026-03-11", null)).toBe("coming")
    expect(state("2026-03-01", "2026-03-10")).toBe("active")
    expect(state("2026-03-01", "2026-03-09")).toBe("ended")
    expect(state("2026-03-01", null, "2026-03-05T10:00:00Z")).toBe("lifted")
  })
})
