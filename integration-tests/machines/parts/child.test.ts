import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createChild, untilSo } from "./child"
import type { Child } from "./child"

/** Counts its starts in a file, fails at those it is told to, and ends when it hears "end". */
const PROGRAM = `
const { readFileSync, writeFileSync } = require("node:fs")
const [, file, ...failing] = process.argv
const starts = Number(readFileSync(file, "utf8")) + 1
writeFileSync(file, String(starts))
if (failing.includes(String(starts))) {
  process.stderr.write("no luck")
  process.exit(1)
}
process.on("message", () => process.exit(0))
process.send("ready")
`

describe("a program beside the tests", () => {
  let folder: string
  let children: Child[]

  const file = () => join(folder, "starts")
  const starts = () => Number(readFileSync(file(), "utf8"))
  const program = (...failing: number[]): Child => {
    const child = createChild({
      command: process.execPath,
      args: ["-e", PROGRAM, file(), ...failing.map(String)],
      ready: (own) => once(own, "message"),
    })
    children.push(child)
    return child
  }

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dk-child-"))
    writeFileSync(file(), "0")
    children = []
  })

  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()))
    rmSync(folder, { recursive: true })
  })

  it("is gone when it is killed, and there again when it is started", async () => {
    const child = program()
    await child.start()
    const before = child.pid()
    await child.kill()
    expect([child.pid(), child.crashes()]).toEqual([undefined, []])
    await child.start()
    expect(child.pid()).not.toBe(before)
    expect(starts()).toBe(2)
  })

  it("is started again when it ended by itself, which is counted", async () => {
    const child = program()
    await child.start()
    child.send({ end: true })
    await untilSo(() => Promise.resolve(starts() === 2 && child.pid() !== undefined))
    expect(child.crashes()).toHaveLength(1)
  })

  it("may need three starts, and says what it said when those are not enough", async () => {
    await program(1, 2).start()
    expect(starts()).toBe(3)
    await expect(program(4, 5, 6).start()).rejects.toMatchObject({
      message: expect.stringContaining("no luck") as string,
    })
  })
})
