import { readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"

const ROOT = join(__dirname, "../..")

const parsed = new Map<string, ts.SourceFile>()

/** A file of the repository as the compiler reads it. */
export const sourceFile = (file: string): ts.SourceFile => {
  const known = parsed.get(file)
  if (known) return known
  const text = readFileSync(join(ROOT, file), "utf8")
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  parsed.set(file, source)
  return source
}

/** The words of the doc comment right before a node, on one line; empty when there is none. */
export const commentBefore = (node: ts.Node): string => {
  const text = node.getSourceFile().text
  const [last] = (ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []).slice(-1)
  const comment = last ? text.slice(last.pos, last.end) : ""
  if (!comment.startsWith("/**")) return ""
  return comment
    .replace(/^\/\*\*|\*\/$/g, "")
    .replace(/^\s*\* ?/gm, "")
    .replace(/\n- /g, "<br>- ")
    .replace(/\s*\n\s*/g, " ")
    .replace(/ <br>/g, "<br>")
    .trim()
}

export type Declared = { name: string; comment: string; node: ts.Node; value: ts.Expression | null }

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const declaredBy = (statement: ts.Statement): Declared[] => {
  const comment = commentBefore(statement)
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((node) => ({
      name: node.name.getText(),
      comment,
      node,
      value: node.initializer ?? null,
    }))
  }
  if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name?.text ?? "default", comment, node: statement, value: null }]
  }
  return []
}

/** What stands at the top of a file, with its doc comments. */
export const declarationsOf = (file: string): (Declared & { isExported: boolean })[] =>
  sourceFile(file).statements.flatMap((statement) =>
    declaredBy(statement).map((declared) => ({ ...declared, isExported: isExported(statement) }))
  )
