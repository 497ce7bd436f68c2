import { durationOf } from "./duration"

describe("how long something has waited", () => {
  it.each([
    [0, "none", 0],
    [59, "seconds", 59],
    [60, "minutes", 1],
    [3_599, "minutes", 59],
    [3_600, "hours", 1],
    [172_799, "hours", 47],
    [172_800, "days", 2],
  ])("%d seconds", (seconds, unit, count) => {
    expect(durationOf(seconds)).toEqual({ unit, count })
  })
})
