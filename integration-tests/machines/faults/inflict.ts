import { callNets } from "../../http/helpers/nets"
import type { Cluster } from "../parts/cluster"
import type { Child } from "../parts/child"
import type { Fault, FaultName } from "./schedule"

const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)))

const FIVE_MINUTES_MS = 5 * 60 * 1000
const SLOW_MS = 100

type Inflict = (cluster: Cluster, ms: number) => Promise<void>

const killed =
  (childOf: (cluster: Cluster) => Child): Inflict =>
  async (cluster, ms) => {
    const child = childOf(cluster)
    await child.kill()
    await pause(ms)
    await child.start()
  }

const postgres =
  (how: "fast" | "immediate"): Inflict =>
  async ({ database }, ms) => {
    await database.kill(how)
    await pause(ms)
    await database.start()
  }

const skewed =
  (milliseconds: number): Inflict =>
  async ({ machines }, ms) => {
    machines["server-2"].skew(milliseconds)
    await pause(ms)
    machines["server-2"].skew(0)
  }

/** Server 1 is never killed: its memory is what is measured. */
const INFLICT: Record<FaultName, Inflict> = {
  "server killed": killed(({ machines }) => machines["server-2"]),
  "worker killed": killed(({ machines }) => machines.worker),
  "Nets killed": killed(({ nets }) => nets),
  "Redis killed": killed(({ redis }) => redis),
  "Postgres restarted": postgres("fast"),
  "Postgres killed": postgres("immediate"),
  "connections cut": async ({ machines }) => {
    for (const { doors } of Object.values(machines)) {
      for (const door of Object.values(doors)) door.cut()
      await pause(200)
    }
  },
  "answers of Nets lost": async (_cluster, ms) => {
    for (const kind of ["unavailable", "answer_lost"]) {
      await callNets("POST", "/emulator/fault-rates", { path: "", kind, rate: 0.2 })
    }
    await pause(ms)
    await callNets("DELETE", "/emulator/fault-rates")
  },
  "mail refused": async ({ mail }, ms) => {
    mail.full(true)
    await pause(ms)
    mail.full(false)
  },
  "files refused": async ({ files }, ms) => {
    files.full(true)
    await pause(ms)
    files.full(false)
  },
  "clock ahead": skewed(FIVE_MINUTES_MS),
  "clock behind": skewed(-FIVE_MINUTES_MS),
  "database slow": async ({ machines }, ms) => {
    const doors = Object.values(machines).map(({ doors: own }) => own.postgres)
    for (const door of doors) door.slow(SLOW_MS)
    await pause(ms)
    for (const door of doors) door.slow(0)
  },
}

/**
 * Lets everything of a schedule go wrong in its time, one after the other; ends when all of it is healed.
 *
 * @param begins hears of each fault when it begins
 */
export const inflict = async (
  cluster: Cluster,
  faults: readonly Fault[],
  begins: (fault: Fault) => void
): Promise<void> => {
  const started = Date.now()
  for (const fault of faults) {
    await pause(started + fault.at - Date.now())
    begins(fault)
    await INFLICT[fault.name](cluster, fault.ms)
  }
}
