/**
 * Boot time and memory of a Medusa store with and without the plugin, as ratios in one run.
 * Both stores use the same packages, the same migrated database and `medusa start`; runs alternate,
 * so that whatever else the machine does hits both alike. Needs `npm run build` first.
 *
 *   node benchmarks/boot.mjs [rounds]
 */
import { spawn, spawnSync } from "node:child_process"
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const require = createRequire(import.meta.url)
const { freePort, startPostgres } = require("../scripts/lib/embedded-postgres.js")

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const rounds = Number(process.argv[2] ?? 5)
const work = mkdtempSync(join(tmpdir(), "dk-boot-"))
// Postgres runs as a user of its own, who must be able to walk in.
chmodSync(work, 0o755)

/** A store in a folder of its own whose packages are links to this repository's. */
const createStore = (name, plugins) => {
  const folder = join(work, name)
  const modules = join(folder, "node_modules")
  mkdirSync(modules, { recursive: true })
  for (const entry of readdirSync(join(root, "node_modules"))) {
    if (!entry.startsWith(".")) symlinkSync(join(root, "node_modules", entry), join(modules, entry))
  }
  symlinkSync(root, join(modules, "medusa-plugin-denmark"))
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({ name, private: true, dependencies: { "@medusajs/medusa": "*" } })
  )
  writeFileSync(
    join(folder, "medusa-config.js"),
    `const { defineConfig } = require("@medusajs/framework/utils")
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { connection: { ssl: false } },
    http: { storeCors: "http://localhost", adminCors: "http://localhost", authCors: "http://localhost", jwtSecret: "benchmark", cookieSecret: "benchmark" },
  },
  admin: { disable: true },
  plugins: ${JSON.stringify(plugins)},
})
`
  )
  return folder
}

const environment = (url) => ({
  ...process.env,
  DATABASE_URL: url,
  MEDUSA_DISABLE_TELEMETRY: "true",
  LOG_LEVEL: "error",
  NODE_ENV: "development",
})

const medusa = join(root, "node_modules", "@medusajs", "cli", "cli.js")

const residentMegabytes = (pid) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024

const boot = async (folder, url) => {
  const port = await freePort()
  const started = performance.now()
  const child = spawn(process.execPath, [medusa, "start", "-p", String(port)], {
    cwd: folder,
    env: environment(url),
    stdio: "ignore",
  })
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer?.ok) break
    if (child.exitCode !== null) throw new Error(`The store in ${folder} did not start`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const seconds = (performance.now() - started) / 1000
  const megabytes = residentMegabytes(child.pid)
  const gone = new Promise((resolve) => child.once("exit", resolve))
  child.kill("SIGKILL")
  await gone
  return { seconds, megabytes }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

const database = await startPostgres({ directory: join(work, "postgres"), persistent: false })
try {
  await database.createDatabase("store")
  const url = database.url("store")
  const withPlugin = createStore("with", [{ resolve: "medusa-plugin-denmark", options: {} }])
  const without = createStore("without", [])
  const migration = spawnSync(process.execPath, [medusa, "db:migrate", "--execute-safe-links"], {
    cwd: withPlugin,
    env: environment(url),
    encoding: "utf8",
  })
  if (migration.status !== 0) throw new Error(`Migrating failed: ${migration.stderr}`)

  const samples = { with: [], without: [] }
  for (let round = 0; round <= rounds; round++) {
    for (const [name, folder] of Object.entries({ with: withPlugin, without })) {
      const sample = await boot(folder, url)
      // The first round fills the disk cache for both and does not count.
      if (round > 0) samples[name].push(sample)
    }
  }
  for (const unit of ["seconds", "megabytes"]) {
    const [plugin, plain] = ["with", "without"].map((name) =>
      median(samples[name].map((s) => s[unit]))
    )
    console.log(
      `${unit}: with ${plugin.toFixed(2)}, without ${plain.toFixed(2)}, ratio ${(plugin / plain).toFixed(2)}`
    )
  }
} finally {
  await database.stop()
  rmSync(work, { recursive: true, force: true })
}
