import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { freePort } from "../../../scripts/lib/embedded-postgres"
import { callAt } from "./suite"
import type { Suite } from "./suite"

/** A second server of the store under test, in a process of its own on the same database and the same Nets. */
export type Server = {
  /** The suite, asking this server. */
  suite: Suite
  start: () => Promise<void>
  /** Has it run a job, by the name of its file; does not wait for the end. */
  run: (job: string) => void
  /** Ends it at whatever line it is, as a power cut does. */
  kill: () => Promise<void>
}

/** Gives a server that is not started yet. Webhooks of payments that are opened there go to it. `env` is added to its own. */
export const anotherServer = async (
  suite: Suite,
  env: Record<string, string> = {}
): Promise<Server> => {
  const port = String(await freePort())
  const url = `http://localhost:${port}`
  const { databaseUrl } = suite
    .container()
    .resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  let child: ChildProcess | undefined
  return {
    suite: { ...suite, baseUrl: url, call: callAt(url) },
    start: async () => {
      child = spawn(
        process.execPath,
        ["-r", "ts-node/register", join(__dirname, "server-process.ts")],
        {
          stdio: ["ignore", "ignore", "inherit", "ipc"],
          env: {
            ...process.env,
            NODE_OPTIONS: "",
            TS_NODE_TRANSPILE_ONLY: "true",
            DATABASE_URL: databaseUrl,
            PORT: port,
            PUBLIC_URL: url,
            ...env,
          },
        }
      )
      await Promise.race([
        once(child, "message"),
        once(child, "exit").then(() => {
          throw new Error("The server did not start")
        }),
      ])
    },
    run: (job) => {
      child?.send(job)
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = once(child, "exit")
      child.kill("SIGKILL")
      await gone
    },
  }
}
