import { readFileSync } from "node:fs"
import { join } from "node:path"
import { documents } from "./lib/documents"
import { documentedOptions, OPTION_SECTIONS } from "./lib/option-page"
import { emittedEvents, jobs, ownRoutes } from "./lib/reference-parts"

const ROOT = join(__dirname, "..")
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8")

/** Decisions and changes tell how it was once. */
const pages = documents().filter((file) => !/decisions|CHANGELOG/.test(file))

const found = (pattern: RegExp): { file: string; name: string }[] =>
  pages.flatMap((file) =>
    Array.from(read(file).matchAll(pattern), ([, name = ""]) => ({ file, name }))
  )

const lacking = (
  names: { file: string; name: string }[],
  isThere: (name: string) => boolean
): string[] => {
  expect(names.length).toBeGreaterThan(5)
  return names.filter(({ name }) => !isThere(name)).map(({ file, name }) => `${file}: ${name}`)
}

describe("what documents name", () => {
  // `buyer.…` are fields of documents; that section has one option.
  it("is an option, where it looks like one", () => {
    const paths = OPTION_SECTIONS.flatMap(documentedOptions).map(({ path }) => path)
    const sections = OPTION_SECTIONS.map(({ prefix }) => prefix).filter(
      (prefix) => !["", "buyer"].includes(prefix)
    )
    const names = [...sections, "controller", "secrets"].join("|")
    const named = found(new RegExp(`\`((?:${names})\\.[a-z][\\w.]+)\``, "g"))
    const isFile = (name: string) => /\.(ts|md|json|csv)$/.test(name)
    expect(
      lacking(
        named.filter(({ name }) => !isFile(name)),
        (name) => paths.includes(name)
      )
    ).toEqual([])
  })

  it("is a command of the package", () => {
    const bin = read("bin/medusa-plugin-denmark.cjs")
    const known = Array.from(bin.matchAll(/^ {2}"?([\w-]+)"?: \{/gm), ([, name]) => name)
    expect(
      lacking(found(/npx medusa-plugin-denmark ([a-z-]+)/g), (name) => known.includes(name))
    ).toEqual([])
  })

  it("is an npm script", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> }
    expect(lacking(found(/npm run ([a-z:]+)/g), (name) => name in scripts)).toEqual([])
  })

  it("is an event or a job, where it looks like one", () => {
    const known = [...emittedEvents(), ...jobs().map(({ name }) => name)]
    const words = found(
      /`(dk_[a-z_]+\.(?:erased|issued|requested|handed_over|\w+_set)|dk-[a-z-]+-(?:sweep|tidy|letters|forget|remind|erase-delivered|heartbeat))\b/g
    )
    expect(lacking(words, (name) => known.includes(name))).toEqual([])
  })

  it("is a route of the plugin, where it looks like one", () => {
    const shapes = ownRoutes().map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ":")}`)
    const OWN = "/(?:admin/(?:dk|privacy)|store/(?:dk|privacy)|hooks/nets)"
    const named = found(new RegExp(`\`((?:GET|POST|DELETE) ${OWN}/[\\w/:-]*\\w)`, "g"))
    const isThere = (name: string) => {
      const shape = name.replace(/:\w+/g, ":").replace(/\/dkidel_.*/, "")
      return shapes.includes(shape)
    }
    expect(lacking(named, isThere)).toEqual([])
  })
})

describe("the runbook of stuck payments", () => {
  it("names every problem that a payment can have, and no other", () => {
    const [, union = ""] =
      /type NetsProblem =([\s\S]*?)\n\n/.exec(read("src/modules/nets/problems.ts")) ?? []
    const known = Array.from(union.matchAll(/"(\w+)"/g), ([, name]) => name)
    const [, table = ""] = read("docs/runbooks/stuck-payment.md").split("## By problem")
    const cells = table.split("\n## ")[0]?.match(/^\| `[^|]*/gm) ?? []
    const named = cells.flatMap((cell) => Array.from(cell.matchAll(/`(\w+)`/g), ([, name]) => name))
    expect(named.sort()).toEqual(known.sort())
  })
})
