import { createHash } from "node:crypto"
import { buffer } from "node:stream/consumers"
import { fromBufferPromise } from "yauzl"
import { zipOf } from "./archive"
import type { ArchiveFile, ManifestFile } from "./archive"

async function* texts(...parts: string[]) {
  for (const part of parts) yield await Promise.resolve(part)
}

const last = (sums: readonly ManifestFile[]): ArchiveFile => ({
  path: "sums.json",
  read: () => texts(JSON.stringify(sums)),
})

const MADE_AT = new Date("2026-11-25T10:00:00Z")

const unpack = async (zip: Buffer): Promise<Record<string, Buffer>> => {
  const files: Record<string, Buffer> = {}
  const archive = await fromBufferPromise(zip)
  for await (const entry of archive.eachEntry()) {
    files[entry.fileName] = await buffer(await archive.openReadStreamPromise(entry))
  }
  return files
}

describe("an archive", () => {
  it("holds its files and, last, their sums", async () => {
    const files = [
      { path: "a.txt", read: () => texts("sm", "ørrebrød") },
      { path: "b/c.csv", read: () => texts() },
    ]
    const unpacked = await unpack(await buffer(zipOf(files, last, MADE_AT)))
    expect(unpacked["a.txt"]?.toString()).toBe("smørrebrød")
    const sums = JSON.parse(unpacked["sums.json"]?.toString() ?? "") as ManifestFile[]
    expect(sums.map(({ path }) => path)).toEqual(["a.txt", "b/c.csv"])
    for (const { path, bytes, sha256 } of sums) {
      const content = unpacked[path] ?? Buffer.from("missing")
      expect([bytes, sha256]).toEqual([
        content.length,
        createHash("sha256").update(content).digest("hex"),
      ])
    }
  })

  it("breaks off when a file cannot be read", async () => {
    async function* broken() {
      yield await Promise.resolve("half")
      throw new Error("zqbroken")
    }
    const zip = zipOf([{ path: "a.txt", read: broken }], last, MADE_AT)
    await expect(buffer(zip)).rejects.toThrow("zqbroken")
  })

  it("reads no further than its reader", async () => {
    let read = 0
    async function* endless() {
      for (;;) {
        read += 1
        yield await Promise.resolve(
          createHash("sha512").update(String(read)).digest("hex").repeat(100)
        )
      }
    }
    const zip = zipOf([{ path: "a.txt", read: endless }], last, MADE_AT)
    const restsFrom = async (before: number): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      const rests = read > 0 && read === before
      return rests || read > 100_000 ? read : restsFrom(read)
    }
    const soon = await restsFrom(0)
    expect(soon).toBeLessThan(100_000)
    zip.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(read).toBeLessThanOrEqual(soon + 1)
  })
})
