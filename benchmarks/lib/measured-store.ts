import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { freePort } from "../../scripts/lib/embedded-postgres.js"
import type { SeededStore } from "../../demo/seed/store"
import { environmentOf } from "./database"
import { callAt, logIn, memoryOf, shopperOf } from "./store-process"
import type { Store } from "./store-process"

/** A store started by Medusa's own command. */
export type Measured = Pick<Store, "baseUrl" | "call" | "staff" | "shopper" | "seeded"> & {
  /** Seconds from the command until it answered. */
  boot: number
  /** Resident memory right after that. MB. */
  memory: number
  /** Seconds of a processor that the process has used since it began. */
  processorTime: () => number
  /** Ends it as a power cut does. */
  kill: () => Promise<void>
}

const CLI = join("node_modules", "@medusajs", "cli", "cli.js")
const LONGEST_BOOT_MS = 120_000
const LOOKS_EVERY_MS = 10
/** What Linux counts processor time in, everywhere. */
const TICKS_A_SECOND = 100

const processorTimeOf = (pid: number): number => {
  const [, rest = ""] = readFileSync(`/proc/${pid.toString()}/stat`, "utf8").split(") ")
  const fields = rest.split(" ")
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
}

type Place = { folder: string; url: string; seeded: SeededStore }

/** Starts the store of a folder on a database and waits until it answers. */
export const startMeasured = async ({ folder, url, seeded }: Place): Promise<Measured> => {
  const port = (await freePort()).toString()
  const baseUrl = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [CLI, "start", "-p", port], {
    cwd: folder,
    // The emulator is refused in production.
    env: { ...environmentOf(url), NODE_ENV: "development" },
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => said.push(chunk))
  }
  const endWithUs = () => child.kill("SIGKILL")
  process.once("exit", endWithUs)
  const gone = new Promise<void>((resolve) =>
    child.once("exit", () => {
      process.off("exit", endWithUs)
      resolve()
    })
  )
  const kill = (): Promise<void> => {
    child.kill("SIGKILL")
    return gone
  }
  for (;;) {
    const answer = await fetch(`${baseUrl}/health`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null || performance.now() - began > LONGEST_BOOT_MS) {
      await kill()
      throw new Error(`The store in ${folder} did not start: ${Buffer.concat(said).toString()}`)
    }
    await pause(LOOKS_EVERY_MS)
  }
  const boot = (performance.now() - began) / 1000
  const { pid = 0 } = child
  const memory = memoryOf(pid, "VmRSS")
  const call = callAt(baseUrl)
  const staff = await logIn(call).catch(async (cause: unknown) => {
    await kill()
    throw new Error("Staff cannot log in", { cause })
  })
  return {
    baseUrl,
    call,
    seeded,
    shopper: shopperOf(seeded),
    staff,
    boot,
    memory,
    processorTime: () => processorTimeOf(pid),
    kill,
  }
}
