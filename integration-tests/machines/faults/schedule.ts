import { chances } from "../../http/helpers/chances"

export const FAULTS = [
  "server killed",
  "worker killed",
  "Nets killed",
  "Redis killed",
  "Postgres restarted",
  "Postgres killed",
  "connections cut",
  "answers of Nets lost",
  "mail refused",
  "files refused",
  "clock ahead",
  "clock behind",
  "database slow",
] as const

export type FaultName = (typeof FAULTS)[number]

/** One thing that goes wrong. Times are milliseconds, `at` from the start of the traffic. */
export type Fault = { at: number; name: FaultName; ms: number }

const SHORTEST_MS = 500
const LONGEST_MS = 6_000

const shuffled = <Item>(items: readonly Item[], chance: () => number): Item[] => {
  const left = [...items]
  const out: Item[] = []
  while (left.length > 0) out.push(...left.splice(Math.floor(chance() * left.length), 1))
  return out
}

/**
 * What goes wrong when, drawn from a seed: every kind comes once before any comes again.
 *
 * @param times in milliseconds: how long the traffic lasts, and what lies between two faults
 */
export const scheduleOf = (seed: number, times: { total: number; every: number }): Fault[] => {
  const chance = chances(seed)
  const faults: Fault[] = []
  let bag: FaultName[] = []
  for (let at = times.every; at < times.total; at += times.every) {
    if (bag.length === 0) bag = shuffled(FAULTS, chance)
    const [name] = bag.splice(0, 1)
    const longest = Math.min(LONGEST_MS, times.every / 3)
    const ms = Math.round(SHORTEST_MS + chance() * (longest - SHORTEST_MS))
    if (name) faults.push({ at, name, ms })
  }
  return faults
}

/** A fault in one line. */
export const printFault = ({ at, name, ms }: Fault): string =>
  `${(at / 1000).toFixed(0)} s ${name} for ${(ms / 1000).toFixed(1)} s`
