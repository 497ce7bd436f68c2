import { join } from "node:path"
import { start } from "./run"

const root = join(__dirname, "..", "..")

const SCRIPT = `require("./scripts/lib/embedded-postgres.js")
  .startPostgres({ directory: process.argv[1], persistent: false })
  .then((server) => server.createDatabase("fresh").then(() => console.log(server.url("fresh"))))`

export type OwnPostgres = { url: string; stop: () => Promise<void> }

/** A Postgres with one empty database, in a process of its own: the test runner cannot load its package. */
export const startOwnPostgres = async (directory: string): Promise<OwnPostgres> => {
  const server = start("node", ["-e", SCRIPT, directory], { cwd: root })
  for (;;) {
    const [url] = /postgres:\/\/\S+/.exec(server.output()) ?? []
    if (url !== undefined) return { url, stop: server.stop }
    if (server.child.exitCode !== null) throw new Error(server.output())
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A port that nothing listens on. */
export { freePort } from "../../scripts/lib/embedded-postgres"
