import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"

type RunOptions = { cwd: string; env?: Record<string, string | undefined> }

/** The environment without what the test runner put into it. */
export const plainEnv = (): Record<string, string | undefined> => ({
  ...process.env,
  NODE_OPTIONS: undefined,
  NODE_ENV: undefined,
  PORT: undefined,
  MEDUSA_DISABLE_TELEMETRY: "true",
})

export type Running = {
  child: ChildProcess
  /** All it has said so far. */
  output: () => string
  /** Its exit code. */
  ended: Promise<number | null>
  /** Ends it with all processes it started. */
  stop: () => Promise<void>
}

const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, name)
  } catch {
    // The whole group is gone already.
  }
}

/** Starts a program as leader of a process group of its own. */
export const start = (command: string, args: string[], { cwd, env }: RunOptions): Running => {
  const child = spawn(command, args, {
    cwd,
    env: { ...plainEnv(), ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const said: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => said.push(chunk.toString()))
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve)
  })
  const stop = async () => {
    signal(child, "SIGTERM")
    const late = setTimeout(() => {
      signal(child, "SIGKILL")
    }, 10_000)
    await ended
    clearTimeout(late)
    // What a leader leaves behind when it ends.
    signal(child, "SIGKILL")
  }
  return { child, output: () => said.join(""), ended, stop }
}

/** Runs a program to its end. Throws with its last words when it fails. */
export const run = async (command: string, args: string[], options: RunOptions) => {
  const { output, ended } = start(command, args, options)
  const code = await ended
  if (code !== 0) {
    throw new Error(
      `${command} ${args.join(" ")} ended with ${String(code)}:\n${output().slice(-4_000)}`
    )
  }
  return output()
}
