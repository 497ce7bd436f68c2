import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { referencePath } from "../reference-data"

/** A rendering and the format it claims; a `fragment` is part of a Peppol document. */
export type Rendered = { format: "peppol" | "oioubl" | "fragment"; xml: string }

/** What the schemas and the official rules say: messages, how many rules fitted, codes of those broken. */
export type Verdict = { schema: string[]; fired: number; broken: string[] }

/** Whether any official rule refuses the document. */
export const isRefused = ({ schema, broken }: Verdict): boolean =>
  schema.length > 0 || broken.length > 0

const program = join(__dirname, "main.mjs")

/**
 * Judges documents by UBL's schemas and the official rules, in one run for all of them. Rules that can fit none of
 * their elements are left out unless `isComplete`, so that compiling takes seconds and not minutes.
 */
export const judge = (documents: readonly Rendered[], isComplete = false): Verdict[] => {
  const input = JSON.stringify({ root: referencePath("artefacts/einvoice"), isComplete, documents })
  const { status, stdout, stderr } = spawnSync(process.execPath, [program], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    env: { ...process.env, NODE_OPTIONS: "" },
  })
  if (status !== 0) throw new Error(`The official rules did not run: ${stderr}`)
  return JSON.parse(stdout) as Verdict[]
}
