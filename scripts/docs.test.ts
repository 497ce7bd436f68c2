import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { subjectRequest } from "../docs/examples/letters"
import "../docs/examples/plugin-module"
import { registeredTables } from "../src/modules/personal-data/registry"
import { parseSubjectRequestOptions } from "../src/modules/subject-request/options"

const docs = join(__dirname, "..", "docs")
const text = [
  "letters.md",
  "registering-personal-data.md",
  "storefront.md",
  join("runbooks", "restore-and-replay.md"),
  join("runbooks", "production.md"),
]
  .map((file) => readFileSync(join(docs, file), "utf8"))
  .join("\n")

/** The fenced TypeScript of the documents, by the file its first line names. */
const shown = new Map(
  Array.from(
    text.matchAll(/```tsx?\n\/\/ (\S+\.tsx?)\n([\s\S]*?)```/g),
    ([, file = "", code = ""]): [string, string] => [file, code]
  )
)

describe("documents with examples", () => {
  it("shows the whole of every example, and nothing that is not compiled and run", () => {
    const files = readdirSync(join(docs, "examples"))
    expect([...shown.keys()].sort()).toEqual(files.sort())
    expect(text.match(/```tsx?\n/g)).toHaveLength(files.length)
  })

  it.each([...shown])("shows %s as it is", (file, code) => {
    expect(code.trim()).toBe(readFileSync(join(docs, "examples", file), "utf8").trim())
  })

  it("takes the letters of a store", () => {
    const { templates } = parseSubjectRequestOptions({ subjectRequest })
    expect(Object.keys(templates)).toEqual(["receipt", "refusal"])
  })

  it("registers the tables when a plugin's module is loaded", () => {
    const tables = registeredTables().map(({ table }) => table)
    expect(tables).toEqual(expect.arrayContaining(["gift_message", "gift_receipt", "customer"]))
  })
})
