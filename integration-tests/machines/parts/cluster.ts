import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { once } from "node:events"
import { spawn } from "node:child_process"
import type { TestStore } from "../../http/helpers/store"
import { freePort } from "../../../scripts/lib/embedded-postgres"
import { createChild, sourceArgs, untilSo } from "./child"
import type { Child } from "./child"
import { startDatabase } from "./database"
import type { Database } from "./database"
import { openDoor } from "./door"
import type { Door } from "./door"
import { createMachine } from "./machine"
import type { Machine, MachineName } from "./machine"
import { startMailSink } from "./mail-sink"
import type { MailSink } from "./mail-sink"
import { createRedis } from "./redis"
import { startFileStore } from "./s3"
import type { FileStore } from "./s3"

const ROOT = resolve(__dirname, "../../..")
const DATABASE = "store"
const OPERATOR = { email: "admin@butik.example", password: "staff-password-for-tests" }
export const BUCKETS = { files: "butik-filer", ledger: "butik-sletteliste" }

/** Everything that `docs/runbooks/production.md` names, on this machine. */
export type Cluster = {
  machines: Record<MachineName, Machine>
  redis: Child & { port: number }
  database: Database
  /** Connection for the tests themselves, past all doors. */
  databaseUrl: string
  nets: Child & { url: string }
  files: FileStore
  mail: MailSink
  /** The load balancer before both servers. */
  front: Door
  store: TestStore
  stop: () => Promise<void>
}

/** Medusa wants a configuration and the sources of a project side by side. */
const makeStore = (directory: string): void => {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(join(directory, "src"), { recursive: true })
  const project = { dependencies: { "@medusajs/medusa": "*" } }
  writeFileSync(join(directory, "package.json"), JSON.stringify(project))
  symlinkSync(resolve(__dirname, "../medusa-config.ts"), join(directory, "medusa-config.ts"))
  for (const name of readdirSync(join(ROOT, "src"))) {
    symlinkSync(join(ROOT, "src", name), join(directory, "src", name), "junction")
  }
}

const migrate = async (directory: string, env: NodeJS.ProcessEnv): Promise<void> => {
  const cli = join(ROOT, "node_modules/@medusajs/cli/cli.js")
  const child = spawn(process.execPath, [cli, "db:migrate", "--execute-safe-links"], {
    cwd: directory,
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  })
  let said = ""
  child.stderr.on("data", (piece: Buffer) => {
    said = (said + piece.toString()).slice(-4_000)
  })
  const [code] = (await once(child, "exit")) as [number | null]
  if (code !== 0) throw new Error(`The tables were not made: ${said}`)
}

const createNets = (port: number, directory: string): Child =>
  createChild({
    command: process.execPath,
    args: sourceArgs(
      ...([join(ROOT, "emulator/nets/main.ts"), "--port", port.toString()] as const),
      ...["--keep-in", directory]
    ),
    cwd: ROOT,
    env: { TS_NODE_TRANSPILE_ONLY: "true" },
    ready: () =>
      untilSo(async () => (await fetch(`http://127.0.0.1:${port.toString()}/emulator/clock`)).ok),
  })

/** Starts everything, the machines last; the store is seeded and its tables are made. */
export const startCluster = async (): Promise<Cluster> => {
  const data = mkdtempSync(join(tmpdir(), "dk-machines-"))
  // Postgres runs as a user of its own where the tests are root.
  chmodSync(data, 0o755)
  const folder = (name: string): string => {
    const path = join(data, name)
    mkdirSync(path, { recursive: true })
    return path
  }
  const directory = join(ROOT, ".demo", `machines-${process.pid.toString()}`)
  makeStore(directory)
  const ports = {
    ...{ postgres: await freePort(), redis: await freePort(), nets: await freePort() },
    ...{ first: await freePort(), second: await freePort(), worker: await freePort() },
  }
  const [database, files, mail] = await Promise.all([
    startDatabase(folder("postgres"), ports.postgres),
    startFileStore(),
    startMailSink(),
  ])
  await database.createDatabase(DATABASE)
  const redis = { ...createRedis(ports.redis, folder("redis")), port: ports.redis }
  const netsUrl = `http://127.0.0.1:${ports.nets.toString()}`
  const nets = { ...createNets(ports.nets, folder("nets")), url: netsUrl }
  await Promise.all([redis.start(), nets.start()])
  const front = await openDoor(ports.first, ports.second)
  const through = (doors: Record<"postgres" | "redis", { port: number }>) => ({
    ...{ DATABASE_URL: database.url(DATABASE, doors.postgres.port) },
    ...{ REDIS_URL: `redis://127.0.0.1:${doors.redis.port.toString()}` },
    NETS_URL: netsUrl,
    PUBLIC_URL: `http://127.0.0.1:${front.port.toString()}`,
    MAIL_URL: `http://127.0.0.1:${mail.port.toString()}`,
    S3_ENDPOINT: `http://127.0.0.1:${files.port.toString()}`,
    S3_FILE_URL: `http://127.0.0.1:${files.port.toString()}/${BUCKETS.files}`,
    ...{ S3_BUCKET: BUCKETS.files, S3_LEDGER_BUCKET: BUCKETS.ledger, S3_REGION: "eu-north-1" },
    ...{ S3_KEY_ID: "key", S3_SECRET: "secret", DK_OPERATORS: OPERATOR.email },
    ...{ DISABLE_ADMIN: "true", PASSWORD_LOG_N: "4", LOG_LEVEL: "error", LOG_FILE: "" },
    MEDUSA_DISABLE_TELEMETRY: "true",
  })
  const straight = { postgres: { port: ports.postgres }, redis: { port: ports.redis } }
  await migrate(directory, through(straight))
  const machine = (name: MachineName, port: number) =>
    createMachine(name, { directory, port, ports, env: through })
  const machines = {
    worker: await machine("worker", ports.worker),
    "server-1": await machine("server-1", ports.first),
    "server-2": await machine("server-2", ports.second),
  }
  await machines.worker.start()
  const store = await machines.worker.seed(OPERATOR)
  await Promise.all([machines["server-1"].start(), machines["server-2"].start()])
  return {
    ...{ machines, redis, database, databaseUrl: database.url(DATABASE) },
    ...{ nets, files, mail, front, store },
    stop: async () => {
      await Promise.all(Object.values(machines).map((one) => one.stop()))
      await Promise.all([nets.kill(), redis.kill(), files.stop(), mail.stop(), front.stop()])
      await database.kill("fast")
      rmSync(data, { recursive: true, force: true })
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
