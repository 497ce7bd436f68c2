import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileSink } from "./ledger-file"
import { LedgerUnreachable, within } from "./ledger-outside"
import { readOutside } from "./replay/read-lines"

const readAll = async (lines: AsyncIterable<string>): Promise<string[]> => {
  const all: string[] = []
  for await (const line of lines) all.push(line)
  return all
}

describe("a ledger in a file", () => {
  let folder = ""
  let path = ""
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "dk-ledger-"))
    path = join(folder, "ledger.jsonl")
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  it("is made for its owner alone, and gives its lines in order", async () => {
    const sink = fileSink(path)
    expect(await readAll(sink.read())).toEqual([])
    await sink.append("one")
    await sink.append("two")
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readFileSync(path, "utf8")).toBe("one\ntwo\n")
    expect(await readAll(sink.read())).toEqual(["one", "two"])
  })

  it("begins on a line of its own after one that was torn", async () => {
    const sink = fileSink(path)
    await sink.append("one")
    appendFileSync(path, "tw")
    await sink.append("two")
    expect(await readAll(sink.read())).toEqual(["one", "tw", "two"])
  })

  it("whose folder is not there takes nothing, and is not taken for an empty one", async () => {
    const sink = fileSink(join(folder, "gone", "ledger.jsonl"))
    await expect(sink.append("one")).rejects.toMatchObject({ code: "ENOENT" })
    await expect(readAll(readOutside(sink))).rejects.toThrow(LedgerUnreachable)
  })

  it("that cannot be read says so, whatever it throws", async () => {
    await expect(readAll(readOutside(fileSink(folder)))).rejects.toThrow(LedgerUnreachable)
  })
})

describe("an answer that is waited for", () => {
  it("is given, its error too, and one that takes too long is an error", async () => {
    await expect(within(Promise.resolve(1), 1000)).resolves.toBe(1)
    await expect(within(Promise.reject(new Error("no")), 1000)).rejects.toThrow("no")
    await expect(within(new Promise(() => undefined), 5)).rejects.toThrow(LedgerUnreachable)
  })
})
