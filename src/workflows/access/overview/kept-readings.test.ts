import { KeptReadings } from "./kept-readings"

describe("readings that are kept", () => {
  const store = {}
  const start = new Date("2026-12-01T10:00:00Z")
  let calls: number
  let read: () => Promise<number>

  beforeEach(() => {
    jest.useFakeTimers({ now: start })
    calls = 0
    read = () => Promise.resolve((calls += 1))
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  const ask = (kept: KeptReadings<number>, isFresh = false) =>
    kept.read(store, "area", { isFresh, read })

  it("serve all who ask within a minute, at once or later, and say from when they are", async () => {
    const kept = new KeptReadings<number>()
    expect(await Promise.all([ask(kept).value, ask(kept).value])).toEqual([1, 1])
    jest.setSystemTime(start.getTime() + 59_999)
    expect(ask(kept).at).toEqual(start)
    expect(await ask(kept).value).toBe(1)
    jest.setSystemTime(start.getTime() + 60_000)
    expect(await ask(kept).value).toBe(2)
  })

  it("begin anew for who has changed something, and serve the others then", async () => {
    const kept = new KeptReadings<number>()
    await ask(kept).value
    expect(await ask(kept, true).value).toBe(2)
    expect(await ask(kept).value).toBe(2)
  })

  it("that fail are tried again at once", async () => {
    const kept = new KeptReadings<number>()
    const good = read
    read = () => Promise.reject(new Error("gone"))
    await expect(ask(kept).value).rejects.toThrow("gone")
    read = good
    expect(await ask(kept).value).toBe(1)
  })

  it("are of one database each", async () => {
    const kept = new KeptReadings<number>()
    await ask(kept).value
    const other = kept.read({}, "area", { isFresh: false, read })
    expect(await other.value).toBe(2)
  })
})
