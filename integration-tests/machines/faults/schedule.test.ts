import { FAULTS, printFault, scheduleOf } from "./schedule"

const TIMES = { total: 600_000, every: 5_000 }

describe("the schedule of faults", () => {
  it("is the same for a seed, and another for another", () => {
    expect(scheduleOf(7, TIMES)).toEqual(scheduleOf(7, TIMES))
    expect(scheduleOf(7, TIMES)).not.toEqual(scheduleOf(8, TIMES))
  })

  it("has every fault before any comes again", () => {
    const names = scheduleOf(7, TIMES).map(({ name }) => name)
    expect(names.length).toBe(119)
    expect([...new Set(names.slice(0, FAULTS.length))].sort()).toEqual([...FAULTS].sort())
  })

  it("says each fault in a line", () => {
    const [first = { at: 0, name: "worker killed", ms: 0 }] = scheduleOf(7, TIMES)
    expect(printFault(first)).toBe(`5 s ${first.name} for ${(first.ms / 1000).toFixed(1)} s`)
  })
})
