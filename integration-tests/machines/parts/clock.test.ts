import { setSkew } from "./clock"

const HOUR_MS = 3_600_000

describe("a clock that goes wrong", () => {
  afterEach(() => {
    setSkew(0)
  })

  it.each([HOUR_MS, -HOUR_MS])("tells the time %d ms later than it is", (skew) => {
    const before = Date.now()
    setSkew(skew)
    const moments = [Date.now(), new Date().getTime(), new Date(Date.now()).getTime()]
    for (const moment of moments) {
      expect(moment - before - skew).toBeGreaterThanOrEqual(0)
      expect(moment - before - skew).toBeLessThan(10_000)
    }
  })

  it("leaves times that it is told as they are, and is right again when it is put right", () => {
    setSkew(HOUR_MS)
    expect(new Date("2026-11-27T08:00:00Z").toISOString()).toBe("2026-11-27T08:00:00.000Z")
    expect(new Date(2026, 10, 27).getDate()).toBe(27)
    expect(new Date()).toBeInstanceOf(Date)
    setSkew(0)
    expect(Math.abs(Date.now() - new Date().getTime())).toBeLessThan(10_000)
  })
})
