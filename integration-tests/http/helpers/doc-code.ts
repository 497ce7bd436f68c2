import { runInNewContext } from "node:vm"
import ts from "typescript"
import { docBlocks } from "../../../scripts/lib/doc-blocks"

/** Names that a piece of code gives values to at its top: `const a`, `const { b, c: d }`. */
const namesIn = (code: string): string[] =>
  Array.from(code.matchAll(/^const (?:\{([^}]*)\}|(\w+))/gm), ([, many, one]) =>
    (many ?? one ?? "").split(",").map((part) => part.split(":").at(-1)?.trim() ?? "")
  ).flat()

/**
 * Runs a fragment of a document as it stands there, and gives what its names hold afterwards.
 *
 * @param file path of the document
 * @param has words by which the one fragment is known
 * @param given what the document takes as given, such as `backend`
 */
export const runDocCode = async (
  file: string,
  has: string,
  given: Record<string, unknown>
): Promise<Record<string, unknown>> => {
  const [block, ...others] = docBlocks().filter(
    (one) => one.file === file && one.language === "ts" && one.code.includes(has)
  )
  if (!block || others.length > 0) throw new Error(`${file} has not one fragment with ${has}`)
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }
  const code = ts.transpile(block.code, options)
  const text = `(async () => {\n${code}\nreturn { ${namesIn(code).join(", ")} }\n})()`
  return runInNewContext(text, { fetch, URLSearchParams, ...given }) as Promise<
    Record<string, unknown>
  >
}
