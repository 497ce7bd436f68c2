import { spawn } from "node:child_process"

/** The emulator of Nets in a process of its own, so that it takes no time from who measures. */
export const startNets = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const child = spawn(
    process.execPath,
    ["-r", "ts-node/register", "emulator/nets/main.ts", "--port", "0"],
    { stdio: ["ignore", "pipe", "inherit"] }
  )
  const gone = new Promise<void>((resolve) =>
    child.once("exit", () => {
      resolve()
    })
  )
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (said: Buffer) => {
      resolve(said.toString().replace(/^.*: /, "").trim())
    })
    child.once("exit", () => {
      reject(new Error("The Nets emulator did not start"))
    })
  })
  return {
    url,
    stop: () => {
      child.kill("SIGTERM")
      return gone
    },
  }
}
