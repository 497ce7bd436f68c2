import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { filesBelow } from "./files"
import { declarationsOf, sourceFile } from "./source-comments"

const ROOT = join(__dirname, "../..")
const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

export type ReferenceRoute = { method: string; path: string; comment: string }

/** Every route of the plugin, with what its doc comment says. */
export const ownRoutes = (): ReferenceRoute[] =>
  filesBelow("src/api")
    .filter((file) => file.endsWith("/route.ts"))
    .flatMap((file) => {
      const path = file.slice("src/api".length, -"/route.ts".length).replace(/\[(\w+)\]/g, ":$1")
      return declarationsOf(file)
        .filter(({ name, isExported }) => isExported && METHODS.includes(name))
        .map(({ name, comment }) => ({ method: name, path, comment }))
    })
    .sort((a, b) => a.path.localeCompare(b.path, "en") || a.method.localeCompare(b.method, "en"))

const isCode = (file: string): boolean => file.endsWith(".ts") && !file.endsWith(".test.ts")

export type ReferenceWorkflow = {
  id: string
  name: string
  input: string
  output: string
  comment: string
}

/** A type's text, from the file that uses it or the one it is imported from, on one line. */
const typeText = (name: string, file: string): string => {
  const own = declarationsOf(file).find((declared) => declared.name === name)
  if (own && ts.isTypeAliasDeclaration(own.node)) {
    const text = own.node.type.getText().replace(/\/\*\*[\s\S]*?\*\//g, "")
    const isName = /^\w+$/.test(text)
    return isName
      ? typeText(text, file)
      : text
          .replace(/\s*\n\s*/g, "; ")
          .replace(/\{; /g, "{ ")
          .replace(/\(; /g, "(")
          .replace(/; ([})])/g, " $1")
  }
  for (const statement of sourceFile(file).statements) {
    if (!ts.isImportDeclaration(statement)) continue
    const bindings = statement.importClause?.namedBindings
    const isHere =
      bindings &&
      ts.isNamedImports(bindings) &&
      bindings.elements.some((one) => one.name.text === name)
    const from = statement.moduleSpecifier.getText().slice(1, -1)
    if (isHere && from.startsWith(".")) return typeText(name, join(file, "..", `${from}.ts`))
  }
  return name
}

const workflowsOf = (file: string): ReferenceWorkflow[] =>
  declarationsOf(file).flatMap(({ name, comment, value }) => {
    if (!value || !ts.isCallExpression(value)) return []
    if (value.expression.getText() !== "createWorkflow") return []
    const [id, body] = value.arguments
    const input =
      body && ts.isArrowFunction(body) ? (body.parameters[0]?.type?.getText() ?? "") : ""
    const [says = "", output = ""] = comment.split("@returns ")
    return [
      {
        id: id?.getText().slice(1, -1) ?? "",
        name,
        input: typeText(input, file),
        output: output.split(" @throws ")[0] ?? "",
        comment: [says, ...output.split(" @throws ").slice(1)]
          .join(" Throws ")
          .replace(" @throws ", " Throws ")
          .replace(/ {2,}/g, " ")
          .trim(),
      },
    ]
  })

/** Every workflow of the plugin. */
export const workflows = (): ReferenceWorkflow[] =>
  filesBelow("src/workflows")
    .filter(isCode)
    .flatMap(workflowsOf)
    .sort((a, b) => a.id.localeCompare(b.id, "en"))

export type Listener = { events: string[]; comment: string }

/** The name of a string, whether it stands there or in a constant of the file. */
const configOf = (file: string, key: string): string => {
  const config = declarationsOf(file).find(({ name }) => name === "config")?.value
  if (!config || !ts.isObjectLiteralExpression(config)) return ""
  const property = config.properties.find((one) => one.name?.getText() === key)
  return property && ts.isPropertyAssignment(property) ? property.initializer.getText() : ""
}

const mainComment = (file: string): string =>
  declarationsOf(file).find(({ comment, name }) => comment !== "" && name !== "config")?.comment ??
  ""

/** What the plugin listens to. */
export const listeners = (): Listener[] =>
  filesBelow("src/subscribers")
    .filter(isCode)
    .map((file) => ({
      events: Array.from(configOf(file, "event").matchAll(/"([^"]+)"/g), ([, name]) => name ?? ""),
      comment: mainComment(file),
    }))
    .sort((a, b) => a.events.join().localeCompare(b.events.join(), "en"))

export type Job = { name: string; schedule: string; comment: string }

/** The background jobs with their times. */
export const jobs = (): Job[] =>
  filesBelow("src/jobs")
    .filter(isCode)
    .map((file) => ({
      name: configOf(file, "name").replace(/"/g, ""),
      schedule: configOf(file, "schedule").replace(/"/g, ""),
      comment: mainComment(file),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"))

/** Templates of the mails that the code sends, but for the letters, whose names are put together. */
export const mailTemplates = (): string[] => {
  const names = filesBelow("src/workflows")
    .filter(isCode)
    .flatMap((file) => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n")
      return lines
        .filter((line) => /\bTEMPLATES? =|\btemplate: "/.test(line))
        .flatMap((line) => Array.from(line.matchAll(/"(dk-[a-z-]+)"/g), ([, name]) => name ?? ""))
    })
  return [...new Set(names)].sort()
}

/** Names of the plugin's own events, wherever the code emits them. */
export const emittedEvents = (): string[] => {
  const names = filesBelow("src/workflows")
    .filter(isCode)
    .flatMap((file) => {
      const text = readFileSync(join(ROOT, file), "utf8")
      return Array.from(
        text.matchAll(/(?:\bname: |\beventName: |const EVENT = )"(dk_\w+\.\w+)"/g),
        ([, name]) => name ?? ""
      )
    })
  return [...new Set(names)].sort()
}
