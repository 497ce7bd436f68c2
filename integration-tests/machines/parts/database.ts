import { once } from "node:events"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { createChild, untilSo } from "./child"

export type Database = {
  port: number
  url: (database: string, port?: number) => string
  createDatabase: (name: string) => Promise<void>
  /** Ends it at once: it recovers from its log when it starts. `fast` lets it write first. */
  kill: (how: "fast" | "immediate") => Promise<void>
  start: () => Promise<void>
}

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** A Postgres of its own in a folder; `start` and `kill` may follow each other. */
export const startDatabase = async (directory: string, port: number): Promise<Database> => {
  const child = createChild({
    command: process.execPath,
    args: [join(__dirname, "postgres-process.js"), directory, port.toString()],
    ready: (own) => once(own, "message"),
  })
  await child.start()
  const url = (database: string, through = port) =>
    `postgres://postgres:postgres@127.0.0.1:${through.toString()}/${database}`
  return {
    port,
    url,
    createDatabase: async (name) => {
      const client = new Client({ connectionString: url("postgres") })
      await client.connect()
      await client.query(`CREATE DATABASE "${name}"`)
      await client.end()
    },
    kill: async (how) => {
      const file = join(directory, "data", "postmaster.pid")
      const pid = Number(readFileSync(file, "utf8").split("\n")[0])
      const killed = child.kill()
      process.kill(pid, how === "fast" ? "SIGINT" : "SIGQUIT")
      await killed
      await untilSo(() => Promise.resolve(isGone(pid)))
    },
    start: child.start,
  }
}
