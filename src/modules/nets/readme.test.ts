import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { METHOD_NAMES, methodFacts } from "./domain/methods"

const root = join(__dirname, "..", "..", "..")
const read = (path: string): string => readFileSync(join(root, path), "utf8")

const readme = read("src/modules/nets/README.md")
const cellsOf = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim())

/** Rows of the table whose first column has this heading. */
const table = (text: string, heading: string): string[][] => {
  const lines = text.split("\n")
  const start = lines.findIndex((line) => cellsOf(line)[0] === heading)
  const rows = lines.slice(start + 2)
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith("|"))
    )
    .map(cellsOf)
}

const codes = (cell = ""): string[] =>
  Array.from(cell.matchAll(/`([^`]+)`/g), ([, code = ""]) => code)

const PROOF = { emulator: "proven on the emulator", documented: "documented only" }

describe("what README.md says is proven", () => {
  const methods = table(readme, "method").flatMap(([, names, proof]) =>
    codes(names).map((name) => ({ name, proof }))
  )

  it("names every method once, with the proof the code claims", () => {
    const claimed = METHOD_NAMES.map((name) => ({
      name,
      proof: PROOF[methodFacts(name)?.proof ?? "documented"],
    }))
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
    expect(methods.sort(byName)).toEqual(claimed.sort(byName))
  })

  it("rests each proven feature on a test that is there", () => {
    const features = table(readme, "feature")
    expect(features.length).toBeGreaterThan(5)
    for (const [feature = "", proof = "", by = ""] of features) {
      const files = codes(by)
      expect([feature, files.length > 0]).toEqual([feature, proof !== "not done"])
      for (const file of files) expect([file, existsSync(join(root, file))]).toEqual([file, true])
      expect([...Object.values(PROOF), "not done"]).toContain(proof)
    }
  })

  it("is the same in the project's README", () => {
    const row = read("README.md")
      .split("\n")
      .find((line) => line.startsWith("| **Nets**"))
    const [, proven = "", documented = ""] =
      /_Proven on the emulator:_ (.*?)\. _Documented only:_ (.*?)\. _Not done:_/.exec(row ?? "") ??
      []
    const groups = table(readme, "method").map(([group = "", names = "", proof]) => ({
      words: group === "Account to account" ? codes(names) : group.split(", "),
      proof,
    }))
    const wordsOf = (proof: string) =>
      groups.filter((group) => group.proof === proof).flatMap(({ words }) => words)
    expect(proven.toLowerCase().split(", ")).toEqual(
      wordsOf(PROOF.emulator).map((word) => word.toLowerCase())
    )
    expect(documented.split(", ")).toEqual(wordsOf(PROOF.documented))
  })

  it("claims no test against the service itself", () => {
    for (const text of [readme, read("README.md"), read("CHANGELOG.md")]) {
      expect(text).not.toMatch(/sandbox|tested (against|with) nets/i)
    }
    expect(readme).toContain("Nothing here has been run against Nets.")
  })
})

describe("the options in README.md", () => {
  const optionsIn = (path: string, part: string): string[] => {
    const source = read(path)
    const from = source.indexOf(part)
    const body = source.slice(from, source.indexOf("})", from))
    return Array.from(body.matchAll(/^ +(\w+): \w/gm), ([, name = ""]) => name)
  }

  it("are those of account and provider, none missing and none made up", () => {
    const shown = Array.from(readme.matchAll(/^\| option[\s\S]*?\n\n/gm), ([text]) =>
      text
        .split("\n")
        .slice(2)
        .flatMap((line) => codes(cellsOf(line)[0]))
    )
    expect(shown).toEqual([
      optionsIn("src/modules/nets/options.ts", ".strictObject({"),
      optionsIn("src/providers/nets/options.ts", ".strictObject({"),
    ])
  })
})
