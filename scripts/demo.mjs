/**
 * `npm run demo`: a whole Danish store on this machine. Postgres comes with the packages (or is the one
 * of DATABASE_URL); everything it makes lies in `.demo` (or DEMO_DIR), the built dashboard in a folder of its own that
 * several demos may share (DEMO_DASHBOARDS). Ctrl-C stops it all.
 */
import { spawn } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { digestOf, unlessUnchanged } from "./lib/digest.mjs"

const require = createRequire(import.meta.url)
const { startPostgres } = require("./lib/embedded-postgres.js")

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
process.chdir(root)

const directory = resolve(process.env.DEMO_DIR ?? ".demo")
const dashboards = resolve(process.env.DEMO_DASHBOARDS ?? join(directory, "dashboards"))
const described = join(directory, "demo.json")
const ports = {
  PORT: Number(process.env.PORT ?? 9000),
  STOREFRONT_PORT: Number(process.env.STOREFRONT_PORT ?? 8000),
  NETS_PORT: Number(process.env.NETS_PORT ?? 4010),
  ...(!process.env.DATABASE_URL && { POSTGRES_PORT: Number(process.env.POSTGRES_PORT ?? 5440) }),
}

const started = Date.now()
const say = (text) => {
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`${String(seconds).padStart(4)} s  ${text}`)
}

const isTaken = (port) =>
  new Promise((answer) => {
    const probe = createServer()
    probe.once("error", () => answer(true))
    probe.listen(port, () => probe.close(() => answer(false)))
  })

const checkPorts = async () => {
  for (const [name, port] of Object.entries(ports)) {
    if (await isTaken(port)) {
      console.error(
        `Port ${port} is taken. Free it, or choose another: ${name}=${port + 1} npm run demo`
      )
      process.exit(1)
    }
  }
}

let stopping = false
const children = new Set()

const run = (args, { env = {}, ...options } = {}) => {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
    ...options,
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", NODE_NO_WARNINGS: "1", ...env },
  })
  children.add(child)
  const said = []
  child.stderr?.on("data", (chunk) => said.push(chunk))
  child.once("exit", () => children.delete(child))
  return {
    child,
    said: () => Buffer.concat(said).toString().trim().split("\n").slice(-15).join("\n"),
  }
}

const finished = async (what, args, options) => {
  const { child, said } = run(args, options)
  const code = await new Promise((done) => child.once("exit", done))
  if (code !== 0 && !stopping) throw new Error(`${what} failed:\n${said()}`)
}

const medusa = join(root, "node_modules", "@medusajs", "cli", "cli.js")
const lock = "package-lock.json"

const migrationFolders = () =>
  readdirSync("src/modules").map((module) => join("src/modules", module, "migrations"))

const migrate = (env) =>
  unlessUnchanged(
    join(directory, "migrated"),
    // The demo's own Postgres is the same one on whatever port it answers.
    digestOf({ files: [lock], folders: ["src/links", ...migrationFolders()] }) +
      (process.env.DATABASE_URL ?? ""),
    async () => {
      say("Making the tables (about half a minute, only when they change)")
      await finished("Migrating", [medusa, "db:migrate", "--execute-safe-links"], { env })
    }
  )

/** Gives the folder of the dashboard; built aside and moved, so that it is there whole or not at all. */
const buildAdmin = async () => {
  const built = join(
    dashboards,
    digestOf({ files: [lock], folders: ["src/admin", "src/dashboard", "demo/admin"] }).slice(0, 16)
  )
  if (existsSync(built)) return built
  say("Building Medusa Admin (about a minute, only when it changes)")
  const aside = join(directory, "dashboard-in-the-making")
  rmSync(aside, { recursive: true, force: true })
  await finished("Building Medusa Admin", ["scripts/build-admin.mjs", aside])
  if (existsSync(built)) return built
  rmSync(dashboards, { recursive: true, force: true })
  mkdirSync(dashboards, { recursive: true })
  renameSync(aside, built)
  return built
}

const startStore = async (env) => {
  const { child, said } = run(["-r", "ts-node/register", "demo/server.ts"], {
    env,
    stdio: ["ignore", process.env.DEMO_LOG ? "inherit" : "ignore", "pipe", "ipc"],
  })
  return new Promise((ready, failed) => {
    child.once("message", (message) => ready(message.ready))
    child.once("exit", () => failed(new Error(`The store did not start:\n${said()}`)))
  })
}

let database
const stop = async (code) => {
  if (stopping) return
  stopping = true
  if (code === 0) console.log("\nStopping …")
  for (const child of children) {
    if (child.connected) child.send("stop")
    else child.kill("SIGTERM")
  }
  const gone = Promise.all(
    [...children].map((child) => new Promise((done) => child.once("exit", done)))
  )
  await Promise.race([gone, new Promise((late) => setTimeout(late, 10_000))])
  for (const child of children) child.kill("SIGKILL")
  await database?.stop()
  rmSync(described, { force: true })
  process.exit(code)
}
const stopOnSignals = () => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.removeAllListeners(signal)
    process.on(signal, () => void stop(0))
  }
}
stopOnSignals()

const openDatabase = async () => {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL
  say("Starting Postgres")
  database = await startPostgres({
    directory: join(directory, "postgres"),
    persistent: true,
    port: ports.POSTGRES_PORT,
  })
  // The package's own handlers would stop Postgres under Medusa and end this process before its time.
  stopOnSignals()
  await database.createDatabase("store").catch((error) => {
    if (error?.code !== "42P04") throw error
  })
  return database.url("store")
}

const describe = (demo) => {
  writeFileSync(described, `${JSON.stringify(demo, null, 2)}\n`)
  say("Ready.\n")
  console.log(`  Storefront   ${demo.storefront_url}`)
  console.log(`  Admin        ${demo.url}/app`)
  if (demo.mails_url) console.log(`  Mails        ${demo.mails_url}`)
  console.log(`  Login        ${demo.admin.email}  ${demo.admin.password}`)
  console.log(`  Nets         ${demo.nets_url} (an emulator: no money moves)`)
  console.log(`\n  Ctrl-C stops everything. Delete ${directory} to begin anew.\n`)
}

const main = async () => {
  await checkPorts()
  mkdirSync(directory, { recursive: true })
  rmSync(described, { force: true })
  const url = `http://localhost:${ports.PORT}`
  const storefront = `http://localhost:${ports.STOREFRONT_PORT}`
  const env = {
    NODE_ENV: "development",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
    DATABASE_URL: await openDatabase(),
    DK_LEDGER: join(directory, "ledger.jsonl"),
    // Empty: the store has no provider of e-mail.
    DEMO_MAILS: process.env.DEMO_MAILS ?? join(directory, "mails"),
    PUBLIC_URL: url,
    STOREFRONT_URL: storefront,
    STORE_CORS: storefront,
    AUTH_CORS: `${storefront},${url}`,
    ADMIN_CORS: url,
    NETS_URL: `http://127.0.0.1:${ports.NETS_PORT}`,
    // Neither needs to know who buys, so Nets is not told.
    NETS_METHODS: process.env.NETS_METHODS ?? "Visa,MasterCard,Dankort,MobilePay",
    DISABLE_ADMIN: "true",
    DEMO_EMAIL: process.env.DEMO_EMAIL ?? "admin@butik.example",
    DEMO_PASSWORD: process.env.DEMO_PASSWORD ?? "demo-password",
  }
  await migrate(env)
  const dashboard = await buildAdmin()
  say("Starting Medusa, the Nets emulator and the storefront")
  describe(await startStore({ ...env, DEMO_ADMIN: dashboard }))
}

main().catch((error) => {
  if (stopping) return
  console.error(error.message)
  void stop(1)
})
