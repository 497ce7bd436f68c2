import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { once } from "node:events"

/** A program beside the tests that can be killed and started again. */
export type Child = {
  start: () => Promise<void>
  /** Ends it at whatever line it is, as a power cut does. */
  kill: (signal?: NodeJS.Signals) => Promise<void>
  send: (message: object) => void
  isRunning: () => boolean
  pid: () => number | undefined
  /** How often it ended by itself, and the last it said then. */
  crashes: () => readonly string[]
}

type Program = {
  command: string
  args: readonly string[]
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Resolves when it is of use. */
  ready: (child: ChildProcess) => Promise<unknown>
}

const KEPT = 20_000
/** Starts that end before the program is of use. */
const TRIES = 3

/** A process that ends by itself is started again, as whatever looks after it in production does. */
export const createChild = ({ command, args, cwd, env, ready }: Program): Child => {
  let child: ChildProcess | undefined
  let isWanted = false
  const crashes: string[] = []
  process.once("exit", () => {
    child?.kill("SIGKILL")
  })
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null
  const isStopped = () => !isWanted
  const launch = async (): Promise<void> => {
    let said = ""
    let isOfUse = false
    const own = spawn(command, args, {
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      ...(cwd !== undefined && { cwd }),
      env: { ...process.env, NODE_OPTIONS: "", ...env },
    })
    child = own
    own.on("error", () => undefined)
    own.stderr?.on("data", (piece: Buffer) => {
      said = (said + piece.toString()).slice(-KEPT)
    })
    own.once("exit", () => {
      if (isStopped() || child !== own) return
      crashes.push(said)
      if (isOfUse) void start().catch(() => undefined)
    })
    await Promise.race([
      ready(own),
      once(own, "exit").then(() => {
        throw new Error(`${args.join(" ")} ended: ${said.slice(-2_000)}`)
      }),
    ])
    isOfUse = true
  }
  const start = async (): Promise<void> => {
    isWanted = true
    for (let tries = 1; ; tries += 1) {
      try {
        await launch()
        return
      } catch (error) {
        if (isStopped() || tries === TRIES) throw error
      }
    }
  }
  return {
    start,
    kill: async (signal = "SIGKILL") => {
      isWanted = false
      if (!child || !isAlive()) return
      const gone = once(child, "exit")
      child.kill(signal)
      await gone
    },
    send: (message) => {
      if (child?.connected) child.send(message)
    },
    isRunning: isAlive,
    pid: () => (isAlive() ? child?.pid : undefined),
    crashes: () => crashes,
  }
}

/** The arguments that have Node run a file of the sources. */
export const sourceArgs = (file: string, ...more: string[]): string[] => [
  "-r",
  "ts-node/register",
  file,
  ...more,
]

/** Asks again and again until it is so, for half a minute; what fails is not so. */
export const untilSo = async (isSo: () => Promise<boolean>): Promise<void> => {
  const end = Date.now() + 30_000
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error("It did not happen within half a minute")
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
