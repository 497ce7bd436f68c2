/** Postgres of the packages in a process of its own: `postgres-process.js <directory> <port>`. Goes away with its parent. */
const { startPostgres } = require("../../../scripts/lib/embedded-postgres")

/** What the machines keep must outlive a killed Postgres, as in production. */
const SETTINGS = ["synchronous_commit=on", "shared_buffers=128MB", "jit=off"]

const [, , directory, port] = process.argv

const start = async () => {
  const server = await startPostgres({
    ...{ directory, port: Number(port), persistent: true, settings: SETTINGS },
  })
  process.once("disconnect", () => void server.stop().then(() => process.exit(0)))
  process.send("ready")
}

start().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})
