import { readdirSync, readFileSync } from "node:fs"
import { basename, join } from "node:path"

const MODULES = join(__dirname, "..", "src", "modules")

const files = readdirSync(MODULES).flatMap((domain) => {
  const folder = join(MODULES, domain, "migrations")
  return readdirSync(MODULES, { recursive: true })
    .map(String)
    .filter((path) => path.startsWith(join(domain, "migrations")) && path.endsWith(".ts"))
    .map((path) => join(folder, basename(path)))
})

describe("migrations", () => {
  it("have names of their own: the platform runs each name once, whatever module it is of", () => {
    const names = files.map((path) => basename(path, ".ts"))
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it("are named as their file", () => {
    const misnamed = files.filter(
      (path) => !readFileSync(path, "utf8").includes(`class ${basename(path, ".ts")} extends`)
    )
    expect(misnamed).toEqual([])
  })
})
