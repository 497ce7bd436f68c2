import { spawn } from "node:child_process"
import { join } from "node:path"
import { selectRows } from "../../../src/shared/postgres"
import type { Suite } from "./suite"

const ROOT = join(__dirname, "../../..")
const BIN = join(ROOT, "bin", "medusa-plugin-denmark.cjs")

type Ended = { code: number | null; out: string; err: string }

/** Runs the package's command as a developer does, against a database of this server. */
export const runCommand = (
  args: string[],
  databaseUrl: string,
  env: Record<string, string> = {}
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: "", DATABASE_URL: databaseUrl, ...env },
    })
    const ended: Ended = { code: null, out: "", err: "" }
    child.stdout.on("data", (data: Buffer) => (ended.out += data.toString()))
    child.stderr.on("data", (data: Buffer) => (ended.err += data.toString()))
    child.on("error", reject)
    child.on("close", (code) => {
      resolve({ ...ended, code })
    })
  })

/** Where a command finds the database of the running test. */
export const databaseUrlOf = async (suite: Suite): Promise<string> => {
  const [row] = await selectRows<{ name: string }>(
    suite.database(),
    "SELECT current_database() AS name"
  )
  const url = new URL(process.env.DATABASE_URL ?? "")
  url.pathname = `/${row?.name ?? ""}`
  return url.toString()
}
