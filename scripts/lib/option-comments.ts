import { readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import ts from "typescript"
import { commentBefore } from "./source-comments"

/** What the source of a schema says that the schema itself does not: doc comments, and the types of values only code can check. */
export type OptionNotes = { comment: string; customType: string }

type Place = { expression: ts.Node; file: string }

const files = new Map<string, ts.SourceFile>()

const sourceOf = (file: string): ts.SourceFile => {
  const known = files.get(file)
  if (known) return known
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true)
  files.set(file, source)
  return source
}

/** Where a name is defined: its initial value and the comment of its statement. */
const definitionOf = (name: string, file: string): (Place & { comment: string }) | null => {
  for (const statement of sourceOf(file).statements) {
    if (ts.isVariableStatement(statement)) {
      const [found] = statement.declarationList.declarations.filter(
        (declaration) => declaration.name.getText() === name
      )
      if (found?.initializer) {
        return { expression: found.initializer, file, comment: commentBefore(statement) }
      }
    }
    const imports = ts.isImportDeclaration(statement) && statement.importClause?.namedBindings
    if (!imports || !ts.isNamedImports(imports)) continue
    const isHere = imports.elements.some((element) => element.name.text === name)
    const from = statement.moduleSpecifier.getText().slice(1, -1)
    if (isHere && from.startsWith(".")) {
      return definitionOf(name, `${resolve(dirname(file), from)}.ts`)
    }
  }
  return null
}

/** The `z.something(…)` a chain of calls begins with, in a function that makes it or not. */
const headOf = (place: Place): ts.CallExpression | Place | null => {
  let node = place.expression
  for (;;) {
    if (ts.isArrowFunction(node)) node = node.body
    if (ts.isIdentifier(node)) return definitionOf(node.text, place.file)
    if (!ts.isCallExpression(node)) return null
    const callee = node.expression
    if (!ts.isPropertyAccessExpression(callee)) return null
    if (callee.expression.getText() === "z") return node
    node = callee.expression
  }
}

const PARTS: Record<string, (args: readonly ts.Expression[]) => readonly ts.Node[]> = {
  array: (args) => args.slice(0, 1),
  record: (args) => args.slice(1, 2),
  preprocess: (args) => args.slice(1, 2),
  union: (args) => args.slice(0, 1).flatMap(elementsOf),
  discriminatedUnion: (args) => args.slice(1, 2).flatMap(elementsOf),
}

const SUFFIX: Record<string, string> = { array: "[]", record: ".<name>" }

function elementsOf(node: ts.Node): readonly ts.Node[] {
  return ts.isArrayLiteralExpression(node) ? node.elements : []
}

const readShape = (
  { expression, file }: Place,
  path: string,
  notes: Map<string, OptionNotes>
): void => {
  if (!ts.isObjectLiteralExpression(expression)) return
  for (const property of expression.properties) {
    if (ts.isSpreadAssignment(property)) {
      const spread = definitionOf(property.expression.getText(), file)
      if (spread) readShape(spread, path, notes)
    } else if (ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property)) {
      const value = ts.isPropertyAssignment(property) ? property.initializer : property.name
      const key = [path, property.name.getText()].filter((part) => part !== "").join(".")
      const own = commentBefore(property)
      const known = notes.get(key)
      notes.set(key, {
        comment: own === "" ? (known?.comment ?? "") : own,
        customType: known?.customType ?? "",
      })
      readSchema({ expression: value, file }, key, notes)
    }
  }
}

const addNote = (notes: Map<string, OptionNotes>, path: string, note: OptionNotes): void => {
  const { comment, customType } = notes.get(path) ?? { comment: "", customType: "" }
  notes.set(path, {
    comment: comment === "" ? note.comment : comment,
    customType: [customType, note.customType].filter((type) => type !== "").join(" or "),
  })
}

function readSchema(place: Place, path: string, notes: Map<string, OptionNotes>): void {
  const head = headOf(place)
  if (head === null) return
  if (!("kind" in head)) {
    if ("comment" in head) addNote(notes, path, { comment: String(head.comment), customType: "" })
    readSchema(head, path, notes)
    return
  }
  const callee = head.expression
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ""
  if (name === "object" || name === "strictObject") {
    const [shape] = head.arguments
    if (shape) readShape({ expression: shape, file: place.file }, path, notes)
  } else if (name === "custom") {
    const type = head.typeArguments?.[0]?.getText() ?? ""
    addNote(notes, path, { comment: "", customType: type })
  }
  const below = `${path}${SUFFIX[name] ?? ""}`
  for (const part of PARTS[name]?.(head.arguments) ?? []) {
    const comment = commentBefore(part)
    if (name === "discriminatedUnion" && comment !== "") addVariant(notes, path, part, comment)
    readSchema({ expression: part, file: place.file }, below, notes)
  }
}

const addVariant = (
  notes: Map<string, OptionNotes>,
  path: string,
  part: ts.Node,
  comment: string
): void => {
  const kind = /literal\("(\w+)"\)/.exec(part.getText())?.[1] ?? ""
  const { comment: before = "", customType = "" } = notes.get(path) ?? {}
  notes.set(path, { comment: `${before}<br>\`${kind}\`: ${comment}`, customType })
}

/**
 * The notes of a schema's options, by path (`accounts.<name>.secretKey`, `mode[].from`).
 *
 * @param file full path of the file that defines the schema
 * @param name the constant that holds it
 */
export const optionNotes = (file: string, name: string): Map<string, OptionNotes> => {
  const notes = new Map<string, OptionNotes>()
  const definition = definitionOf(name, file)
  if (definition) readSchema(definition, "", notes)
  return notes
}
