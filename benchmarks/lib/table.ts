import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { cpus, totalmem } from "node:os"
import { join } from "node:path"
import { format } from "prettier"
import type { Row } from "./rows"

export type Machine = {
  processor: string
  cores: number
  memory_gb: number
  node: string
  medusa: string
  date: string
}

/** Where the figures come from. */
export const describeMachine = (): Machine => {
  const manifest = readFileSync(join("node_modules", "@medusajs", "medusa", "package.json"), "utf8")
  return {
    processor: `${process.platform} ${process.arch}, ${cpus()[0]?.model.trim() ?? "unknown"}`,
    cores: cpus().length,
    memory_gb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    medusa: (JSON.parse(manifest) as { version: string }).version,
    date: new Date().toISOString().slice(0, 10),
  }
}

export type Report = {
  size: string
  seed: number
  orders: number
  seconds: number
  /** Processes that were ready to run on average while it measured, over the number of cores: above 1 it had to share. */
  load: number
  machine: Machine
  rows: Row[]
}

const COLUMNS: readonly [string, keyof Row][] = [
  ["what", "what"],
  ["with the plugin", "plugin"],
  ["without", "plain"],
  ["figure (95 of 100 runs)", "figure"],
  ["limit", "limit"],
  ["without against itself", "noise"],
  ["limit kept", "verdict"],
  ["instead of the plugin", "instead"],
]

const cells = (texts: readonly unknown[]): string => `| ${texts.join(" | ")} |`

/** The table of a run with its circumstances. */
export const toMarkdown = ({ rows, machine, ...run }: Report): string =>
  [
    cells(COLUMNS.map(([title]) => title)),
    cells(COLUMNS.map(() => "---")),
    ...rows.map((row) => cells(COLUMNS.map(([, name]) => row[name]))),
    "",
    `${machine.processor}, ${machine.cores} cores, ${machine.memory_gb} GB, Node ${machine.node}, Medusa ${machine.medusa}, ${machine.date};
     seed ${run.seed}, ${run.orders} orders, ${run.seconds} s, load ${run.load.toFixed(1)} a core.`,
    "",
  ].join("\n")

/** Writes `<name>.json` and `<name>.md` into a folder. */
export const writeReport = async (folder: string, name: string, report: Report): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  const title = `# The store with and without the plugin\n\nWritten by \`npm run bench ${report.size}\`; [what it says](../README.md).\n\n`
  const page = await format(title + toMarkdown(report), { parser: "markdown", printWidth: 100 })
  writeFileSync(join(folder, `${name}.md`), page)
  const figures = await format(JSON.stringify(report), { parser: "json", printWidth: 100 })
  writeFileSync(join(folder, `${name}.json`), figures)
}
