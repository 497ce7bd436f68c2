import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { PNG } from "pngjs"
import { readLook } from "./read-look"

const folder = mkdtempSync(join(tmpdir(), "dk-logo-"))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const fileOf = (name: string, bytes: Buffer | string): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

it("has no logo without the option, and the picture with it", () => {
  expect(readLook(undefined)).toEqual({})
  const png = PNG.sync.write(new PNG({ width: 4, height: 2 }))
  expect(readLook(fileOf("logo.png", png)).logo?.image.length).toBeGreaterThan(0)
})

it.each([
  ["names a file that cannot be read", join(folder, "none.png")],
  ["is neither a PNG nor a JPEG file", fileOf("logo.svg", "<svg/>")],
  [
    "cannot be read to its end",
    fileOf("cut.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
  ],
])("stops the start of a store whose logo %s", (problem, path) => {
  expect(() => readLook(path)).toThrow(`option "invoice.logo" ${problem}`)
})
