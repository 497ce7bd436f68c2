import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"

const BIN = join(__dirname, "../bin/medusa-plugin-denmark.cjs")

const run = (...args: string[]) =>
  spawn(process.execPath, [BIN, "nets-emulator", ...args], {
    env: { ...process.env, NODE_OPTIONS: "" },
  })

const heard = async (stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> => {
  let said = ""
  for await (const piece of stream) {
    said += String(piece)
    const [found] = pattern.exec(said) ?? []
    if (found !== undefined) return found
  }
  throw new Error(`ended without ${pattern.source}: ${said}`)
}

describe("npx medusa-plugin-denmark nets-emulator", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("starts, answers, and ends by %s", async (signal) => {
    const child = run("--port", "0", "--seed", "7")
    const ended = once(child, "exit")
    const url = await heard(child.stdout, /http:\/\/127\.0\.0\.1:\d+/)
    const summary = await fetch(`${url}/emulator/summary`)
    expect(await summary.json()).toMatchObject({ seed: 7, payments: 0 })
    expect((await fetch(`${url}/v1/payments/x`)).status).toBe(401)
    child.kill(signal)
    expect((await ended)[0]).toBe(0)
    await expect(fetch(`${url}/emulator/summary`)).rejects.toThrow()
  })

  it.each([
    ["--port", "many"],
    ["--port", "70000"],
    ["--sed", "1"],
  ])("says how it is called when told %s %s", async (...args) => {
    const child = run(...args)
    const ended = once(child, "exit")
    expect(await heard(child.stderr, /usage: .*/)).toContain("[--port 4010]")
    expect((await ended)[0]).toBe(2)
  })
})
