import { join } from "node:path"
import type { z } from "@medusajs/framework/zod"
import { accessSchema } from "../../src/modules/access/options"
import { buyerSchema } from "../../src/modules/buyer/options"
import { consentSchema } from "../../src/modules/consent/options"
import { invoiceSchema } from "../../src/modules/invoice/options"
import { netsSchema } from "../../src/modules/nets/options"
import { personalDataSchema } from "../../src/modules/personal-data/options"
import { breachSchema } from "../../src/modules/breach/options"
import { subjectRequestSchema } from "../../src/modules/subject-request/options"
import { netsProviderSchema } from "../../src/providers/nets/options"
import { commonSchema } from "../../src/shared/options"
import { optionNotes } from "./option-comments"
import { optionRows } from "./option-rows"
import type { OptionRow } from "./option-rows"

type Section = { title: string; prefix: string; file: string; name: string; schema: z.ZodType }

const section = (word: string, prefix: string, schema: z.ZodType): Section => ({
  title: `\`${prefix}\``,
  prefix,
  file: `src/modules/${word}/options.ts`,
  name: `${prefix}Schema`,
  schema,
})

/** Every part of the options, with the file that parses it. */
export const OPTION_SECTIONS: readonly Section[] = [
  {
    title: "For all parts",
    prefix: "",
    file: "src/shared/options.ts",
    name: "commonSchema",
    schema: commonSchema,
  },
  section("buyer", "buyer", buyerSchema),
  section("nets", "nets", netsSchema),
  section("invoice", "invoice", invoiceSchema),
  section("consent", "consent", consentSchema),
  section("personal-data", "personalData", personalDataSchema),
  section("subject-request", "subjectRequest", subjectRequestSchema),
  section("breach", "breach", breachSchema),
  section("access", "access", accessSchema),
  {
    title: "Of the payment provider `medusa-plugin-denmark/providers/nets`",
    prefix: "",
    file: "src/providers/nets/options.ts",
    name: "netsProviderSchema",
    schema: netsProviderSchema,
  },
]

/** Options without which a production start stops; a test compares them with the parsers. */
export const NEEDED_IN_PRODUCTION: readonly string[] = [
  "controller",
  "secrets",
  "storefrontUrl",
  "publicUrl",
  "personalData.ledger",
]

const UNITS: readonly [RegExp, string][] = [
  [/hours$/i, "hours"],
  [/Days$/, "days"],
  [/Seconds$/, "seconds"],
  [/fullScanPause$/, "milliseconds"],
  [/financialYearStartsIn$/, "month"],
]

export type DocumentedOption = OptionRow & { comment: string; unit: string; isCommon: boolean }

/** All options of a section, as its schema and the doc comments beside it say. */
export const documentedOptions = ({ prefix, file, name, schema }: Section): DocumentedOption[] => {
  const notes = optionNotes(join(__dirname, "../..", file), name)
  return optionRows(schema, "", (path) => notes.get(path)?.customType ?? "").map((row) => ({
    ...row,
    path: prefix === "" ? row.path : `${prefix}.${row.path}`,
    comment: notes.get(row.path)?.comment ?? "",
    unit: UNITS.find(([pattern]) => pattern.test(row.path))?.[1] ?? "",
    isCommon: file.startsWith("src/shared"),
  }))
}

const HEAD = `# Options

Written from the schemas that read the options (\`src/**/options.ts\`) and the comments beside them; a test compares it with both. Do not
edit: \`npm run docs:options\` writes it anew.

\`\`\`
plugins: [{ resolve: "medusa-plugin-denmark", options: { controller: { … }, nets: { … } } }]
\`\`\`

- **Needed**: _in production_ means that a production start (\`NODE_ENV=production\`) stops without it and prints the line to add;
  elsewhere the store starts with a stand-in and says so. _yes_ means that it must be there when the object around it is.
- \`[]\` stands for each entry of a list, \`<name>\` for a name you choose.
- A wrong value, or a name that is not on this page, stops every start and is named.
- The payment provider \`medusa-plugin-denmark/providers/ean-invoice\` has no options.
- Nothing reads the environment by itself: write \`process.env.…\` where a value is secret.
`

const cell = (text: string): string => text.replace(/\|/g, "\\|")

const neededText = ({ path, isRequired, onlyWith }: DocumentedOption): string => {
  if (NEEDED_IN_PRODUCTION.includes(path)) return "in production"
  if (!isRequired) return "–"
  return onlyWith.length === 0 ? "yes" : `with ${onlyWith.map((kind) => `\`${kind}\``).join(", ")}`
}

const row = (option: DocumentedOption): string => {
  const { path, type, fallback, unit, comment } = option
  const cells = [`\`${path}\``, type, fallback ?? "–", unit, neededText(option), comment]
  return `| ${cells.map(cell).join(" | ")} |`
}

/** The docs page of all options. */
export const optionPage = (): string =>
  [
    HEAD,
    ...OPTION_SECTIONS.flatMap((part) => [
      `## ${part.title}\n`,
      "| Option | Type | Default | Unit | Needed | What it does |\n|---|---|---|---|---|---|",
      ...documentedOptions(part).map(row),
      "",
    ]),
  ].join("\n")
