/** Standard deviations; by chance once in fifteen thousand comparisons of what is equal. */
const SURE = 4

/** Less than this on a network is nothing anybody can measure. */
const LEAST_MS = 1

export const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

/** Mann and Whitney's U of one sample against another, in its own standard deviations. */
const rankScore = (one: readonly number[], other: readonly number[]): number => {
  const ranked = [
    ...one.map((took) => ({ took, isOne: true })),
    ...other.map((took) => ({ took, isOne: false })),
  ].sort((a, b) => a.took - b.took)
  const sum = ranked.reduce((ranks, { isOne }, index) => ranks + (isOne ? index + 1 : 0), 0)
  const [n, m] = [one.length, other.length]
  const u = sum - (n * (n + 1)) / 2
  return (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12)
}

/** What slows a machine down only ever adds: the quickest of a few in a row is close to what the answer itself takes. */
const BLOCK = 5

const quickestOfBlocks = (values: readonly number[]): number[] =>
  Array.from({ length: Math.floor(values.length / BLOCK) }, (_, block) =>
    Math.min(...values.slice(block * BLOCK, (block + 1) * BLOCK))
  )

const differ = (one: readonly number[], other: readonly number[]): boolean =>
  Math.abs(rankScore(one, other)) > SURE && Math.abs(median(one) - median(other)) > LEAST_MS

/**
 * Whether somebody who timed both, in turn, could tell them apart: the ranks of all answers, or of the quickest, differ by more
 * than chance, and their medians by more than nothing. Ranks take no notice of a machine that is slow now and then.
 */
export const canTellApart = (one: readonly number[], other: readonly number[]): boolean =>
  differ(one, other) || differ(quickestOfBlocks(one), quickestOfBlocks(other))
