import type { Machine } from "./machine"

/** Resident memory of a process over the time it ran, in MB. */
export type MemorySamples = { pid: number; megabytes: number[] }

const EVERY_MS = 5_000

/** Reads a machine's memory every five seconds until it is told to stop; a machine that was started again begins anew. */
export const watchMemory = (machine: Machine): (() => MemorySamples) => {
  let samples: MemorySamples = { pid: 0, megabytes: [] }
  const read = () => {
    const [pid, megabytes] = [machine.pid(), machine.memory()]
    if (pid === undefined || megabytes === undefined) return
    if (pid !== samples.pid) samples = { pid, megabytes: [] }
    samples.megabytes.push(megabytes)
  }
  const timer = setInterval(read, EVERY_MS)
  return () => {
    clearInterval(timer)
    return samples
  }
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** Medians of the second and of the last quarter of what was read: the first one is the warm-up. */
export const quarters = (megabytes: readonly number[]): { early: number; late: number } => {
  const part = Math.floor(megabytes.length / 4)
  return { early: median(megabytes.slice(part, 2 * part)), late: median(megabytes.slice(3 * part)) }
}
