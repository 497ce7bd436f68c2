import { createRandom } from "../../emulator/nets/random"
import { compare, quantile } from "./statistics"
import type { Turn } from "./statistics"

const PRECISION = 1_000
const random = createRandom(7)

/** Times of a machine that is now and then slow for all, and a side that takes so many times as long. */
const turnsOf = (factor: number): Turn[] =>
  Array.from({ length: 12 }, () => {
    const slow = 1 + random.below("machine", PRECISION) / PRECISION
    const times = (by: number) =>
      Array.from(
        { length: 20 },
        () => 10 * by * slow * (1 + random.below("request", PRECISION) / (5 * PRECISION))
      )
    return { plugin: times(factor), plain: times(1), again: times(1) }
  })

const ratio = (one: number, other: number): number => one / other
const how = { summary: quantile(0.5), compare: ratio, seed: 1 }

describe("a comparison by turns", () => {
  it("finds equal stores equal within the noise", () => {
    const { value, noise, interval, self } = compare(turnsOf(1), how)
    expect(Math.abs(value - 1)).toBeLessThan(noise)
    expect(interval[0]).toBeLessThan(1)
    expect(interval[1]).toBeGreaterThan(1)
    expect(Math.abs(self - 1)).toBeLessThanOrEqual(noise)
  })

  it("finds a store that is a third slower, on a machine that is slow by turns", () => {
    const { value, noise, interval } = compare(turnsOf(4 / 3), how)
    expect(value - noise).toBeGreaterThan(1.05)
    expect(interval[0]).toBeGreaterThan(1.05)
  })

  it("gives the same for the same seed", () => {
    const turns = turnsOf(1.1)
    expect(compare(turns, how)).toEqual(compare(turns, how))
  })

  it("counts what is measured in other units as a difference", () => {
    const turns: Turn[] = [1, 2, 3].map(() => ({ plugin: [420], plain: [390], again: [392] }))
    const found = compare(turns, { ...how, compare: (one, other) => one - other })
    expect(found).toMatchObject({ plugin: 420, value: 29, self: 2, noise: 2, samples: 3 })
  })
})

describe("a quantile", () => {
  it("is the value below which that share lies", () => {
    const sorted = Array.from({ length: 101 }, (_, index) => index)
    expect([0, 0.5, 0.95, 1].map((share) => quantile(share)(sorted))).toEqual([0, 50, 95, 100])
    expect(quantile(0.5)([1, 2, 4, 8])).toBe(3)
    expect(quantile(0.5)([])).toBeNaN()
  })
})
