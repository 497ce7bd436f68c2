import { existsSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import ts from "typescript"
import { documents } from "./documents"

const ROOT = join(__dirname, "../..")

/** A fenced block of a document. `line` is the first one of its code. */
export type DocBlock = { file: string; line: number; language: string; code: string }

const isExample = (code: string): boolean => {
  const [, name] = /^\/\/ (\S+\.tsx?)\n/.exec(code) ?? []
  return name !== undefined && existsSync(join(ROOT, "docs/examples", name))
}

/** All fenced blocks of all documents, but for those that are files of `docs/examples`: they are compiled as such. */
export const docBlocks = (): DocBlock[] =>
  documents().flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8")
    return Array.from(text.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm), (match) => ({
      file,
      line: text.slice(0, match.index).split("\n").length + 1,
      language: match[1] ?? "",
      code: match[2] ?? "",
    })).filter(({ code }) => !isExample(code))
  })

/** What documents take as given: names that a reader's own code has. */
const GIVEN = `
type Given<Value = string> = Value
declare const backend: Given, key: Given, email: Given, message: Given, text: Given, token: Given, id: Given
declare const followToken: Given, cartId: Given, medusaUrl: Given, publishableKey: Given
declare const locale: "da" | "en"
declare const login: { token: string | null }
declare const client: import("medusa-plugin-denmark/storefront").StorefrontClient
declare const container: import("@medusajs/framework/types").MedusaContainer
declare const post: (path: string, body: object) => Promise<{ request: object }>
declare const mailer: { send: (mail: { to: string; headers: Record<string, string>; text: string }) => Promise<void> }
declare const myBookkeeping: { create: (id: string, document: object) => Promise<{ number: string; day: string; url: string }> }
declare const cartIsUnchanged: () => boolean
declare const finish: () => void
declare const loadCounter: () => void
declare const loadGoogleTag: () => void
`

const HEAD = `
import type { PluginInput } from "${join(ROOT, "scripts/lib/plugin-input")}"
export {}
declare const process: { env: Record<string, string> }
declare const defineConfig: (config: object) => object
declare const module: { exports: unknown }
`

const isOptions = (code: string): boolean => /^\w+: /.test(code.replace(/^\/\/.*\n/gm, ""))

/** The block as a module: a piece of options becomes options, of which the compiler knows the type. */
const moduleText = ({ code }: DocBlock): string =>
  isOptions(code)
    ? `${HEAD}export const options: PluginInput = {\n${code}\n}`
    : `${HEAD}${code.replace("const denmark = {", "const denmark: PluginInput = {")}`

const modulePath = ({ file, line, code, language }: DocBlock): string => {
  const [, named] = /^\/\/ (src\/\S+)\.ts/.exec(code) ?? []
  const extension = language === "tsx" ? "tsx" : "ts"
  const folder = named === undefined ? dirname(file) : dirname(named)
  return join(ROOT, folder, `block-${file.replace(/\W/g, "-")}-${line.toString()}.${extension}`)
}

const ENTRIES = {
  "medusa-plugin-denmark/storefront": ["src/storefront/index.ts"],
  "medusa-plugin-denmark/workflows": ["src/workflows/index.ts"],
  "medusa-plugin-denmark/personal-data": ["src/modules/personal-data/entry.ts"],
  "medusa-plugin-denmark/nets": ["src/modules/nets/entry.ts"],
  "medusa-plugin-denmark/rules": ["src/rules/index.ts"],
  "medusa-plugin-denmark/dashboard-da": ["src/admin/dashboard-da/index.ts"],
  "medusa-plugin-denmark/dashboard-da/vite": ["src/dashboard/vite.ts"],
}

const options: ts.CompilerOptions = {
  baseUrl: ROOT,
  paths: ENTRIES,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2022.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  jsx: ts.JsxEmit.ReactJSX,
  types: [],
  strict: true,
  noUncheckedIndexedAccess: false,
  esModuleInterop: true,
  experimentalDecorators: true,
  skipLibCheck: true,
  noEmit: true,
}

const FIRST_LINES = HEAD.split("\n").length - 1

/**
 * What the compiler says of blocks: `docs/x.md:12: the problem`.
 *
 * @param blocks fragments or whole files in TypeScript or JavaScript
 */
export const typeErrors = (blocks: readonly DocBlock[]): string[] => {
  const given = join(ROOT, "docs/block-given.d.ts")
  const styles = join(ROOT, "src/storefront/css.d.ts")
  const texts = new Map(blocks.map((block) => [modulePath(block), moduleText(block)]))
  texts.set(given, GIVEN)
  const sources = new Map(blocks.map((block) => [modulePath(block), block]))
  const disk = ts.createCompilerHost(options)
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (file) => texts.has(file) || disk.fileExists(file),
    readFile: (file) => texts.get(file) ?? disk.readFile(file),
    getSourceFile: (file, version, ...rest) => {
      const text = texts.get(file)
      if (text !== undefined) return ts.createSourceFile(file, text, version, true)
      return disk.getSourceFile(file, version, ...rest)
    },
  }
  const program = ts.createProgram([...texts.keys(), styles], options, host)
  return [...sources].flatMap(([path, block]) => {
    const source = program.getSourceFile(path)
    const problems = source
      ? [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      : []
    const extra = isOptions(block.code) ? 1 : 0
    return problems.map(({ start = 0, messageText }) => {
      const row = source?.getLineAndCharacterOfPosition(start).line ?? 0
      const line = (row - FIRST_LINES - extra + block.line).toString()
      return `${relative(ROOT, join(ROOT, block.file))}:${line}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`
    })
  })
}
