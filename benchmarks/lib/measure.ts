/** Milliseconds that some work takes. */
export const timeOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

export type Result = { what: string; figure: string; target: string; holds: boolean | null }

/** One line of the table of figures: a ratio and what it should be. */
export const ratio = (
  what: string,
  value: number,
  { atLeast, atMost }: { atLeast?: number; atMost?: number } = {}
): Result => ({
  what,
  figure: `${value.toFixed(2)} ×`,
  target:
    atLeast !== undefined ? `≥ ${atLeast} ×` : atMost !== undefined ? `≤ ${atMost} ×` : "none",
  holds: atLeast !== undefined ? value >= atLeast : atMost !== undefined ? value <= atMost : null,
})

export const printTable = (results: readonly Result[]): void => {
  const rows = results.map(({ what, figure, target, holds }) => [
    what,
    figure,
    target,
    holds === null ? "" : holds ? "yes" : "no",
  ])
  const all = [["what", "figure", "target", "holds"], ["---", "---", "---", "---"], ...rows]
  for (const row of all) console.log(`| ${row.join(" | ")} |`)
}
