import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { freePort } from "../../scripts/lib/embedded-postgres.js"
import type { SeededStore } from "../../demo/seed/store"
import { environmentOf } from "./database"
import { STAFF } from "./staff"

export type Headers = Record<string, string>

/** A running store and what may be asked of it. */
export type Store = {
  baseUrl: string
  seeded: SeededStore
  staff: Headers
  shopper: (token?: string) => Headers
  /** Sends JSON and gives the parsed answer; throws unless it is a success. */
  call: <Body>(method: string, path: string, options?: CallOptions) => Promise<Body>
  /** Resident memory after a collection of garbage, from which the peak is then counted. MB. */
  settleMemory: () => Promise<number>
  /** Highest resident memory since then. MB. */
  peakMemory: () => number
  stop: () => Promise<void>
}

type CallOptions = { headers?: Headers; body?: unknown }

/** Calls the store at an address. */
export const callAt =
  (baseUrl: string) =>
  async <Body>(
    method: string,
    path: string,
    { headers, body }: CallOptions = {}
  ): Promise<Body> => {
    const response = await fetch(baseUrl + path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status.toString()} ${text}`)
    return JSON.parse(text) as Body
  }

/** Resident memory of a process, or the most it has been. MB. */
export const memoryOf = (pid: number, field: "VmRSS" | "VmHWM"): number => {
  const status = readFileSync(`/proc/${pid.toString()}/status`, "utf8")
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
}

const answerTo = (child: ChildProcess, message: string): Promise<unknown> => {
  const answered = new Promise((resolve) => child.once("message", resolve))
  child.send(message)
  return answered
}

const started = (child: ChildProcess): Promise<SeededStore> =>
  new Promise((resolve, reject) => {
    const said: Buffer[] = []
    child.stderr?.on("data", (chunk: Buffer) => said.push(chunk))
    child.once("message", (message) => {
      resolve((message as { ready: SeededStore }).ready)
    })
    child.once("exit", () => {
      reject(new Error(`The store ended: ${Buffer.concat(said).toString()}`))
    })
  })

/** Headers of staff who has just logged in. */
export const logIn = async (call: Store["call"]): Promise<Headers> => {
  const { token } = await call<{ token: string }>("POST", "/auth/user/emailpass", { body: STAFF })
  return { authorization: `Bearer ${token}` }
}

/** Headers of a storefront and of who is logged in there. */
export const shopperOf =
  ({ publishableKey }: SeededStore): Store["shopper"] =>
  (login) => ({
    "x-publishable-api-key": publishableKey,
    ...(login !== undefined && { authorization: `Bearer ${login}` }),
  })

/** Starts the store on a database; a fresh one is seeded with a shop, staff and notices. */
export const startStore = async (url: string): Promise<Store> => {
  const port = await freePort()
  const baseUrl = `http://localhost:${port.toString()}`
  const args = ["--expose-gc", "-r", "ts-node/register", "benchmarks/server.ts"]
  const child = spawn(process.execPath, args, {
    env: { ...environmentOf(url), PORT: port.toString() },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  })
  const seeded = await started(child)
  const { pid = 0 } = child
  const send = callAt(baseUrl)
  return {
    baseUrl,
    seeded,
    staff: await logIn(send),
    shopper: shopperOf(seeded),
    call: send,
    settleMemory: async () => {
      await answerTo(child, "gc")
      // Linux: the peak is counted anew from here.
      writeFileSync(`/proc/${pid.toString()}/clear_refs`, "5")
      return memoryOf(pid, "VmRSS")
    },
    peakMemory: () => memoryOf(pid, "VmHWM"),
    stop: async () => {
      const gone = new Promise((resolve) => child.once("exit", resolve))
      child.send("stop")
      await gone
    },
  }
}
