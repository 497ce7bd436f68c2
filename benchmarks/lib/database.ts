import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Client } from "@medusajs/framework/pg"
import { startPostgres } from "../../scripts/lib/embedded-postgres.js"

/** What a shop's own server would have, scaled to a small machine; nothing that favours either side of a ratio. */
const SETTINGS = [
  "shared_buffers=512MB",
  "work_mem=16MB",
  "maintenance_work_mem=512MB",
  "max_wal_size=8GB",
  "wal_level=minimal",
  "max_wal_senders=0",
  "jit=off",
]

export type Cluster = {
  /** A database with Medusa's tables and the plugin's; `isNew` when it was made now. */
  database: (name: string) => Promise<{ url: string; isNew: boolean }>
  stop: () => Promise<void>
}

/** Runs `work` with a connection that is closed afterwards. */
export const withClient = async <Value>(
  url: string,
  work: (client: Client) => Promise<Value>
): Promise<Value> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Environment of a process that works on a database. */
export const environmentOf = (url: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: url,
  MEDUSA_DISABLE_TELEMETRY: "true",
  NODE_NO_WARNINGS: "1",
  LOG_LEVEL: "error",
  DISABLE_ADMIN: "true",
})

/** Makes Medusa's tables and the plugin's. */
const migrate = async (url: string): Promise<void> => {
  const cli = join("node_modules", "@medusajs", "cli", "cli.js")
  const child = spawn(process.execPath, [cli, "db:migrate", "--execute-safe-links"], {
    env: environmentOf(url),
    stdio: ["ignore", "ignore", "pipe"],
  })
  const said: Buffer[] = []
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk))
  const code = await new Promise((resolve) => child.once("exit", resolve))
  if (code !== 0) throw new Error(`Migrating failed: ${Buffer.concat(said).toString()}`)
}

/** A database of that name on a server; one that is there is used as it is. */
const databaseOn = async (
  server: string,
  name: string
): Promise<{ url: string; isNew: boolean }> => {
  const isNew = await withClient(server, async (client) => {
    const { rows } = await client.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [name])
    if (rows.length > 0) return false
    await client.query(`CREATE DATABASE "${name}"`)
    return true
  })
  const url = new URL(server)
  url.pathname = `/${name}`
  if (isNew) await migrate(url.href)
  return { url: url.href, isNew }
}

/** Makes a database that is a copy of the seeded one, in place of an earlier one. Gives its address. */
export const copyDatabase = async (seeded: string, name: string): Promise<string> => {
  const server = new URL(seeded)
  const source = server.pathname.slice(1)
  server.pathname = "/postgres"
  await withClient(server.href, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS "${name}"`)
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${source}" STRATEGY file_copy`)
  })
  server.pathname = `/${name}`
  return server.href
}

/** The server of DATABASE_URL, or a Postgres of its own in a folder that goes away with it. */
export const openCluster = async (): Promise<Cluster> => {
  const given = process.env.DATABASE_URL
  if (given !== undefined) {
    return { database: (name) => databaseOn(given, name), stop: () => Promise.resolve() }
  }
  const directory = mkdtempSync(join(process.env.BENCH_DIR ?? tmpdir(), "dk-bench-"))
  const server = await startPostgres({ directory, persistent: false, settings: SETTINGS })
  return {
    database: (name) => databaseOn(server.url("postgres"), name),
    stop: async () => {
      await server.stop()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
