import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"

const ROOT = join(__dirname, "..")
const page = readFileSync(join(ROOT, "docs/law/README.md"), "utf8")

type Row = { article: string; code: string; test: string }

const rows = page.split("\n").flatMap((line): Row[] => {
  const [, article = "", , code = "", test = ""] = line.split("|").map((cell) => cell.trim())
  const isRow = code !== "" && code !== "code" && !/^-+$/.test(code)
  return isRow ? [{ article, code, test }] : []
})

const filesIn = (cell: string): string[] =>
  Array.from(cell.matchAll(/`([^`]+)`/g), ([, file]) => file ?? "")

/** The names of the tests that stand beside a file: `file`: "name", "name". */
const testsIn = (cell: string): { file: string; names: string[] }[] =>
  Array.from(cell.matchAll(/`([^`]+)`: ((?:"[^"]+"(?:, )?)+)/g), ([, file = "", names = ""]) => ({
    file,
    names: Array.from(names.matchAll(/"([^"]+)"/g), ([, name]) => name ?? ""),
  }))

describe("the law index", () => {
  it("has rows", () => {
    expect(rows.length).toBeGreaterThan(40)
  })

  it.each(rows.map((row): [string, Row] => [row.article, row]))(
    "%s: code is there",
    (_, { code }) => {
      const files = filesIn(code)
      expect(files.length).toBeGreaterThan(0)
      expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
    }
  )

  it.each(rows.map((row): [string, Row] => [row.article, row]))(
    "%s: has its test",
    (_, { test }) => {
      const tests = testsIn(test)
      expect(tests.length).toBeGreaterThan(0)
      const missing = tests.flatMap(({ file, names }) => {
        const source = readFileSync(join(ROOT, file), "utf8")
        return names.filter((name) => !source.includes(`"${name}"`))
      })
      expect(missing).toEqual([])
    }
  )

  it("names no article twice in a table", () => {
    const articles = rows.map(({ article }) => article)
    expect(articles).toEqual([...new Set(articles)])
  })
})
