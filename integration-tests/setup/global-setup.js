const { existsSync, mkdtempSync, rmSync, statfsSync } = require("node:fs")
const { tmpdir } = require("node:os")
const { join } = require("node:path")
const { freePort, startPostgres } = require("../../scripts/lib/embedded-postgres")

const TEST_SETTINGS = [
  "shared_buffers=128MB",
  "wal_level=minimal",
  "max_wal_senders=0",
  "autovacuum=off",
  "jit=off",
]

const MEMORY = "/dev/shm"
const ENOUGH = 4 * 1024 ** 3

/** In memory where there is room: every test starts from a copy of the seeded database. */
const placeOfDatabase = () => {
  if (!existsSync(MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY)
  return bavail * bsize > ENOUGH ? MEMORY : tmpdir()
}

/** The runner reads DB_*; an existing server is used when DATABASE_URL names one. */
const pointAt = (url) => {
  const { hostname, port, username, password } = new URL(url)
  Object.assign(process.env, {
    DB_HOST: hostname,
    DB_PORT: port || "5432",
    DB_USERNAME: decodeURIComponent(username),
    DB_PASSWORD: decodeURIComponent(password),
    DATABASE_URL: url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "error",
    LOG_FILE: "",
  })
}

/** Store and emulator of each worker meet at addresses that are known before either starts. */
const chooseAddresses = async (workers) => {
  const addresses = []
  for (let worker = 0; worker < workers; worker++) {
    const [port, netsPort] = [await freePort(), await freePort()]
    addresses.push({
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      NETS_URL: `http://127.0.0.1:${netsPort}`,
    })
  }
  process.env.TEST_ADDRESSES = JSON.stringify(addresses)
}

module.exports = async ({ maxWorkers }) => {
  process.env.DISABLE_ADMIN = "true"
  // Every test logs in.
  process.env.PASSWORD_LOG_N ??= "4"
  await chooseAddresses(maxWorkers)
  if (process.env.DATABASE_URL) return pointAt(process.env.DATABASE_URL)
  const directory = mkdtempSync(join(placeOfDatabase(), "dk-tests-"))
  const server = await startPostgres({ directory, persistent: false, settings: TEST_SETTINGS })
  globalThis.__stopPostgres = async () => {
    await server.stop()
    rmSync(directory, { recursive: true, force: true })
  }
  return pointAt(server.url("postgres"))
}
