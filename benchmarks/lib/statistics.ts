import { createRandom } from "../../emulator/nets/random"

/** The sides of a comparison: the store with the plugin, one without, and another one without. */
export const SIDES = ["plugin", "plain", "again"] as const
export type Side = (typeof SIDES)[number]

/** What each side measured while it had its turn; turns stay together, since what disturbs one disturbs all of it. */
export type Turn = Record<Side, readonly number[]>

/** One number of many, such as the median. */
export type Summary = (sorted: readonly number[]) => number

/** The value below which this share (0 to 1) of the sorted values lies, between two of them where it falls there. */
export const quantile =
  (share: number): Summary =>
  (sorted) => {
    const place = share * (sorted.length - 1)
    const below = sorted[Math.floor(place)] ?? NaN
    return below + (place % 1) * ((sorted[Math.ceil(place)] ?? NaN) - below)
  }

type How = {
  summary: Summary
  /** Of the plugin's figure and the plain store's. */
  compare: (plugin: number, plain: number) => number
  seed: number
}

export type Comparison = {
  plugin: number
  plain: number
  /** With the plugin against without. */
  value: number
  /** 95 of 100 repetitions would lie between. */
  interval: [number, number]
  /** What the store without the plugin gives against itself. */
  self: number
  /** How far that may lie, by chance alone, from what equal stores give. */
  noise: number
  samples: number
}

const REPETITIONS = 2_000
const OUTSIDE = 0.025

const sortedOf = (turns: readonly Turn[], sides: readonly Side[]): number[] =>
  turns.flatMap((turn) => sides.flatMap((side) => turn[side])).sort((a, b) => a - b)

const bounds = (values: number[]): [number, number] => {
  const sorted = values.sort((a, b) => a - b)
  return [quantile(OUTSIDE)(sorted), quantile(1 - OUTSIDE)(sorted)]
}

/**
 * Compares the sides: both plain stores together are what the plugin is held against, and one of them held against the other
 * says what chance alone does. Intervals by drawing whole turns again and again (bootstrap), from a seed.
 */
export const compare = (turns: readonly Turn[], how: How): Comparison => {
  const figure = (of: readonly Turn[], sides: readonly Side[]) => how.summary(sortedOf(of, sides))
  const against = (of: readonly Turn[]) =>
    how.compare(figure(of, ["plugin"]), figure(of, ["plain", "again"]))
  const selfOf = (of: readonly Turn[]) => how.compare(figure(of, ["again"]), figure(of, ["plain"]))
  const random = createRandom(how.seed)
  const drawn: number[] = []
  const chance: number[] = []
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const draw = turns.flatMap(() => turns[random.below("turns", turns.length)] ?? [])
    drawn.push(against(draw))
    chance.push(selfOf(draw))
  }
  const equal = how.compare(1, 1)
  const [least, most] = bounds(chance)
  return {
    plugin: figure(turns, ["plugin"]),
    plain: figure(turns, ["plain", "again"]),
    value: against(turns),
    interval: bounds(drawn),
    self: selfOf(turns),
    noise: Math.max(Math.abs(least - equal), Math.abs(most - equal)),
    samples: sortedOf(turns, ["plugin"]).length,
  }
}
