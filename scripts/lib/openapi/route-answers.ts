import ts from "typescript"
import { filesBelow } from "../files"
import { commentBefore, sourceFile } from "../source-comments"

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
const API = "src/api"

/** What each helper of `src/api/_shared` answers with, by its name. */
const FILES_OF: Readonly<Record<string, readonly string[]>> = {
  sendArchive: ["application/zip"],
  sendDocument: ["text/html"],
  sendEInvoice: ["application/xml"],
  sendExport: ["application/json", "application/zip"],
  sendInvoiceHtml: ["text/html"],
  sendInvoicePdf: ["application/pdf"],
  sendJournal: ["text/csv"],
  sendPage: ["text/html"],
}

/** One route as its file has it. */
export type AnsweringRoute = {
  method: string
  /** With `{id}` for each parameter. */
  path: string
  comment: string
  /** The domain whose code it calls. */
  domain: string
  /** Names of the types of its JSON answer, of `src/types/http.ts`; empty when it answers none. */
  types: string[]
  /** Statuses of its answers that are no refusal. */
  statuses: string[]
  /** Media types of its answers that are no JSON of ours. */
  files: string[]
  mayConflict: boolean
}

const importedModules = (file: string): string[] =>
  sourceFile(file).statements.flatMap((statement) =>
    ts.isImportDeclaration(statement) ? [statement.moduleSpecifier.getText().slice(1, -1)] : []
  )

/** Where the first word that a file imports is another than whose route it is. */
const DOMAIN_OF: Readonly<Record<string, string>> = {
  "src/api/admin/orders/[id]/dk-credit-notes/route.ts": "invoice",
  "src/api/admin/privacy/notice-hints/route.ts": "consent",
}

/** The word whose workflows a route runs, else whose module it asks. */
const domainOf = (file: string): string => {
  const names = importedModules(file)
  const called = (folder: string) =>
    names.flatMap((name) => new RegExp(`/${folder}/([\\w-]+)$`).exec(name)?.[1] ?? [])
  return DOMAIN_OF[file] ?? [...called("workflows"), ...called("modules")][0] ?? ""
}

type Part = { name: string; isExported: boolean; node: ts.Statement }

const partsOf = (file: string): Part[] =>
  sourceFile(file).statements.flatMap((node) => {
    if (!ts.isVariableStatement(node) && !ts.isTypeAliasDeclaration(node)) return []
    const isExported = node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    const name = ts.isTypeAliasDeclaration(node)
      ? node.name.text
      : (node.declarationList.declarations[0]?.name.getText() ?? "")
    return [{ name, isExported: isExported === true, node }]
  })

/** The text of a handler and of what it uses of its own file. */
const textWithHelpers = (part: Part, parts: readonly Part[]): string => {
  const helpers = parts.filter(({ isExported }) => !isExported)
  const seen = new Set<string>()
  const add = (text: string): string => {
    const used = helpers.filter(
      ({ name }) => !seen.has(name) && new RegExp(`\\b${name}\\b`).test(text)
    )
    used.forEach(({ name }) => seen.add(name))
    return [text, ...used.map(({ node }) => add(node.getText()))].join("\n")
  }
  return add(part.node.getText())
}

const typesIn = (text: string): string[] =>
  [...text.matchAll(/MedusaResponse<([^>]+)>/g)]
    .flatMap(([, names = ""]) => names.split("|").map((name) => name.trim()))
    .filter((name) => !["string", "DkErrorResponse"].includes(name))

const statusesIn = (text: string): string[] => {
  const named = [...text.matchAll(/\.status\(([^)]*)\)/g)]
    .flatMap(([, argument = ""]) => argument.match(/\b2\d\d\b/g) ?? [])
    .sort()
  const plain = /\bres\s*\.(?:set\([^)]*\)\s*\.)?json\(/.test(text)
  const sends = new RegExp(`\\b(?:${Object.keys(FILES_OF).join("|")})\\b`).test(text)
  const all = named.length === 0 || plain || sends ? ["200", ...named] : named
  return [...new Set(all)]
}

const filesIn = (text: string): string[] => {
  const helpers = Object.entries(FILES_OF).filter(([name]) =>
    new RegExp(`\\b${name}\\b`).test(text)
  )
  const named = [...text.matchAll(/"(text\/csv|application\/(?:zip|xml|pdf|x-ndjson))\b/g)]
  return [
    ...new Set([...helpers.flatMap(([, types]) => types), ...named.map(([, type]) => type ?? "")]),
  ]
}

const routesOf = (file: string): AnsweringRoute[] => {
  const path = file.slice(API.length, -"/route.ts".length).replace(/\[(\w+)\]/g, "{$1}")
  const parts = partsOf(file)
  return parts
    .filter(({ name, isExported }) => isExported && METHODS.includes(name))
    .map((part) => {
      const text = textWithHelpers(part, parts)
      return {
        method: part.name,
        path,
        comment: commentBefore(part.node),
        domain: domainOf(file),
        types: [...new Set(typesIn(text))],
        statuses: statusesIn(text),
        files: filesIn(text),
        mayConflict: /answerConflicts|sendConflict|sendEInvoice/.test(text),
      }
    })
}

/** Every route of the plugin with what it answers, as its file says. */
export const answeringRoutes = (): AnsweringRoute[] =>
  filesBelow(API)
    .filter((file) => file.endsWith("/route.ts"))
    .flatMap(routesOf)
    .sort((a, b) => a.path.localeCompare(b.path, "en") || a.method.localeCompare(b.method, "en"))
