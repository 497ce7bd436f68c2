import { join } from "node:path"
import ts from "typescript"

const ROOT = join(__dirname, "../../..")
const API = "src/api/"
const DEEPEST = 8

/** Is told where an answer carries a field that its type does not name, as `.orders[].note`. */
type Report = (place: string) => void

type Compared = { given: ts.Type; declared: ts.Type; node: ts.Node }

const partsOf = (checker: ts.TypeChecker, type: ts.Type): ts.Type[] => {
  const known = checker.getNonNullableType(type)
  return known.isUnion() ? known.types : [known]
}

const isRecord = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0 &&
  type.getSymbol()?.name !== "Date"

const elementOf = (checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined =>
  checker.isArrayType(type) ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined

/** Reports what `given` has beyond `declared`, at any depth; where a record takes any key there is nothing to report. */
const compare = (
  checker: ts.TypeChecker,
  { given, declared, node }: Compared,
  report: Report,
  place = ""
): void => {
  if (place.split(".").length > DEEPEST) return
  const wanted = partsOf(checker, declared).filter(isRecord)
  if (wanted.length === 0 || wanted.some((type) => type.getStringIndexType())) return
  const deeper = (one: ts.Type, other: ts.Type, path: string): void => {
    compare(checker, { given: one, declared: other, node }, report, path)
  }
  for (const type of partsOf(checker, given).filter(isRecord)) {
    const element = elementOf(checker, type)
    if (element) {
      const other = wanted.flatMap((one) => elementOf(checker, one) ?? [])[0]
      if (other) deeper(element, other, `${place}[]`)
      continue
    }
    for (const property of checker.getPropertiesOfType(type)) {
      const path = `${place}.${property.name}`
      const found = wanted.flatMap((one) => checker.getPropertyOfType(one, property.name) ?? [])
      const [only] = found
      if (!only) report(path)
      if (!only || found.length > 1) continue
      const typeOf = (symbol: ts.Symbol) => checker.getTypeOfSymbolAtLocation(symbol, node)
      deeper(typeOf(property), typeOf(only), path)
    }
  }
}

const isSending = ({ expression }: ts.CallExpression): boolean =>
  ts.isPropertyAccessExpression(expression)
    ? expression.name.text === "json"
    : expression.getText() === "answerUnmasked"

/**
 * Fields that routes answer with and that the types of their answers do not name, by file: the compiler lets an object
 * have more than its type says. An answer without a type of its own is passed over.
 */
export const unnamedFields = (): string[] => {
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, "tsconfig.json"), (path) => ts.sys.readFile(path)).config,
    ts.sys,
    ROOT
  )
  const files = ts.sys
    .readDirectory(join(ROOT, API), [".ts"])
    .filter((file) => !file.includes(".test."))
  const program = ts.createProgram(files, options)
  const checker = program.getTypeChecker()
  const found = new Set<string>()
  const visit = (node: ts.Node, name: string): void => {
    const sent = ts.isCallExpression(node) && isSending(node) ? node.arguments.at(-1) : undefined
    const signature = ts.isCallExpression(node) ? checker.getResolvedSignature(node) : undefined
    const parameter = signature?.parameters.at(-1)
    if (sent && parameter) {
      const given = checker.getTypeAtLocation(sent)
      const declared = checker.getTypeOfSymbolAtLocation(parameter, node)
      compare(checker, { given, declared, node }, (place) => found.add(`${name}: ${place}`))
    }
    ts.forEachChild(node, (child) => {
      visit(child, name)
    })
  }
  for (const source of program.getSourceFiles()) {
    const [, name] = source.fileName.split(API)
    if (name?.endsWith("route.ts")) visit(source, name)
  }
  return [...found].sort()
}
