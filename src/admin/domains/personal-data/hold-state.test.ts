import { holdState } from "./hold-state"

describe("whether a hold is in force", () => {
  const evening = new Date("2026-11-24T22:59:00Z") // 23.59 in Denmark
  const midnight = new Date("2026-11-24T23:00:00Z")

  it("lasts its last day out, as counted in Denmark", () => {
    const hold = { lifted_at: null, ends_on: "2026-11-24" }
    expect(holdState(hold, evening)).toBe("active")
    expect(holdState(hold, midnight)).toBe("ended")
  })

  it("lasts until lifted when it has no last day", () => {
    expect(holdState({ lifted_at: null, ends_on: null }, midnight)).toBe("active")
    expect(holdState({ lifted_at: "2026-11-20T10:00:00Z", ends_on: null }, midnight)).toBe("lifted")
    expect(holdState({ lifted_at: "2026-11-20T10:00:00Z", ends_on: "2026-01-01" }, midnight)).toBe(
      "lifted"
    )
  })
})
