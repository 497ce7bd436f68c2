import { join } from "node:path"
import ts from "typescript"
import { declarationsOf } from "./declarations"

const FOUND = [
  { table: "customer", column: "nickname", type: "text" },
  { table: "customer", column: "loyalty_provider", type: "text" },
  { table: "host_loan", column: "id", type: "text" },
  { table: "host_loan", column: "customer_id", type: "text" },
  { table: "host_loan", column: "email", type: "character varying" },
  { table: "host_loan", column: "terms", type: "jsonb" },
  { table: "host_loan", column: "grade", type: "host_grade" },
  { table: 'host"odd', column: "na\\me", type: "text" },
]

/** The package's own sources and the framework's types are read once for all texts. */
const sources = new Map<string, ts.SourceFile | undefined>()

/** What the compiler says of a file that stands in a store and imports the package. */
const complaintsAbout = (text: string): string[] => {
  const root = join(__dirname, "../../../..")
  const file = join(root, "src/modules/personal-data/pasted.ts")
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    types: [],
    paths: { "medusa-plugin-denmark/personal-data": ["./src/modules/personal-data/entry.ts"] },
    baseUrl: root,
  }
  const host = ts.createCompilerHost(options)
  const read = host.readFile.bind(host)
  const exists = host.fileExists.bind(host)
  host.readFile = (name) => (name === file ? text : read(name))
  host.fileExists = (name) => name === file || exists(name)
  const getSource = host.getSourceFile.bind(host)
  host.getSourceFile = (name, target) => {
    if (name === file) return ts.createSourceFile(name, text, target)
    if (!sources.has(name)) sources.set(name, getSource(name, target))
    return sources.get(name)
  }
  const program = ts.createProgram([file], options, host)
  const source = program.getSourceFile(file)
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))
}

describe("declarationsOf", () => {
  const text = declarationsOf(FOUND, new Set(["customer"]))

  it("compiles as it is", () => {
    expect(complaintsAbout(text)).toEqual([])
    const onlyFree = declarationsOf(
      [{ table: "host_x", column: "id", type: "text" }],
      new Set<string>()
    )
    expect(complaintsAbout(onlyFree)).toEqual([])
    expect(complaintsAbout(text.replace("PERSONAL,", "PERSONEL,"))).not.toEqual([])
  })

  it("adds columns to a table of the map and declares others whole, with a guess for each", () => {
    expect(text).toContain(`"nickname": PERSONAL`)
    expect(text).toContain(`"loyalty_provider": "the shop's own fact`)
    expect(text).toContain(
      `.of(by("customer_id", "customer"), where("lower(t.email) = ANY(:email)"))`
    )
    expect(text).toContain(`.column("terms", PERSONAL)`)
    expect(text).toContain(`.freeOf(["grade"], "one of a few fixed words")`)
  })

  it("leaves a note at everything that a person decides", () => {
    const decisions = text.match(/decide:/gu) ?? []
    expect(decisions).toHaveLength(FOUND.length + 3)
  })
})
