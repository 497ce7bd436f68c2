import { docBlocks, typeErrors } from "./lib/doc-blocks"
import type { DocBlock } from "./lib/doc-blocks"

const blocks = docBlocks()
const CODE = ["ts", "tsx", "js"]
const code = blocks.filter(({ language }) => CODE.includes(language))

const wrong = (text: string): DocBlock => ({
  file: "docs/wrong.md",
  line: 3,
  language: "ts",
  code: text,
})

describe("code in documents", () => {
  it("is there, in languages that are looked at", () => {
    expect(code.length).toBeGreaterThan(12)
    const known = [...CODE, "json", "html", "css"]
    expect(blocks.filter(({ language }) => !known.includes(language))).toEqual([])
  })

  it("fits the package's types and options, and what does not fit is told by its line", () => {
    const bad = [
      wrong('import { mayNot } from "medusa-plugin-denmark/workflows"\n'),
      wrong('// a part of the options\nconsent: {\n  enabled: "sometimes"\n}\n'),
    ]
    const problems = typeErrors([
      ...code,
      ...bad.map((block, n) => ({ ...block, line: 3 + n * 10 })),
    ])
    const ours = problems.filter((problem) => !problem.startsWith("docs/wrong.md"))
    expect(ours).toEqual([])
    expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
      "docs/wrong.md:3",
      "docs/wrong.md:15",
    ])
  })

  it.each(blocks.filter(({ language }) => language === "json"))(
    "of $file, line $line, is JSON",
    ({ code: json }) => {
      expect(() => JSON.parse(json) as unknown).not.toThrow()
    }
  )
})
