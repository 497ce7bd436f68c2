import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** How much longer something takes in a store of so many orders than in one of `BASE`. */
export type Growth = { what: string; orders: number; ratio: number; measured: string }

/** Orders of the store that all others are held against. */
export const BASE = 10_000

const FILE = join("benchmarks", "figures", "growth.json")

/** All that was measured, the newest of each. */
export const readGrowth = (): Growth[] => JSON.parse(readFileSync(FILE, "utf8")) as Growth[]

/** Writes figures in place of older ones of the same; those held against a smaller store are not kept. */
export const recordGrowth = (base: number, figures: readonly Omit<Growth, "measured">[]): void => {
  if (base !== BASE) return
  const measured = new Date().toISOString().slice(0, 10)
  const isAnew = (old: Growth) =>
    figures.some(({ what, orders }) => what === old.what && orders === old.orders)
  const all = [
    ...readGrowth().filter((old) => !isAnew(old)),
    ...figures.map((figure) => ({
      ...figure,
      ratio: Number(figure.ratio.toFixed(2)),
      measured,
    })),
  ]
  writeFileSync(FILE, `${JSON.stringify(all, null, 2)}\n`)
}
