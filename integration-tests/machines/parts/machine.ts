import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { TestStore } from "../../http/helpers/store"
import { createChild, sourceArgs } from "./child"
import type { Child } from "./child"
import { openDoor } from "./door"
import type { Door } from "./door"

export type MachineName = "server-1" | "server-2" | "worker"

/** One machine of the store, with doors of its own to all that it needs. */
export type Machine = Child & {
  name: MachineName
  port: number
  doors: { postgres: Door; redis: Door }
  /** Its clock goes wrong by so many milliseconds. */
  skew: (milliseconds: number) => void
  /** Runs a job, by the name of its file, and waits for its end; says what it failed with. */
  run: (job: string) => Promise<string | null>
  seed: (staff: { email: string; password: string }) => Promise<TestStore>
  /** Resident memory in MB, as Linux counts it. */
  memory: () => number | undefined
  stop: () => Promise<void>
}

type Needs = {
  directory: string
  port: number
  ports: { postgres: number; redis: number }
  /** What all machines have alike. */
  env: (doors: Machine["doors"]) => NodeJS.ProcessEnv
}

type Told = { ran?: number; error?: string | null; seeded?: TestStore }

const memoryOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid.toString()}/status`, "utf8")
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

export const createMachine = async (name: MachineName, needs: Needs): Promise<Machine> => {
  const doors = {
    postgres: await openDoor(needs.ports.postgres),
    redis: await openDoor(needs.ports.redis),
  }
  const waiting = new Map<number | "seeded", (told: Told) => void>()
  const child = createChild({
    command: process.execPath,
    args: sourceArgs(join(__dirname, "machine-process.ts")),
    cwd: needs.directory,
    env: {
      TS_NODE_TRANSPILE_ONLY: "true",
      PORT: needs.port.toString(),
      MEDUSA_WORKER_MODE: name === "worker" ? "worker" : "server",
      ...needs.env(doors),
    },
    ready: async (own) => {
      own.on("message", (told: Told) => {
        waiting.get(told.seeded ? "seeded" : (told.ran ?? -1))?.(told)
      })
      await once(own, "message")
    },
  })
  let asked = 0
  const ask = (key: number | "seeded", order: object): Promise<Told> =>
    new Promise((resolve) => {
      waiting.set(key, resolve)
      child.send(order)
    })
  return {
    ...child,
    name,
    port: needs.port,
    doors,
    skew: (milliseconds) => {
      child.send({ skew: milliseconds })
    },
    run: async (job) => {
      asked += 1
      return (await ask(asked, { job, id: asked })).error ?? null
    },
    seed: async (staff) => {
      const { seeded } = await ask("seeded", { seed: staff })
      if (!seeded) throw new Error("The store was not seeded")
      return seeded
    },
    memory: () => {
      const pid = child.pid()
      return pid === undefined ? undefined : memoryOf(pid)
    },
    stop: async () => {
      await child.kill()
      await Promise.all(Object.values(doors).map((door) => door.stop()))
    },
  }
}
