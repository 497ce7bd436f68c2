import type { ExecArgs } from "@medusajs/framework/types"
import {
  becomeCopyOf,
  beginReplay,
  continueInstallationOf,
  getReplay,
  previewReplayOf,
  runReplays,
} from "../../../workflows/personal-data"
import type { AdminReplayReport } from "../../../types/http"

const counted = (counts: Record<string, number>): string[] =>
  Object.entries(counts).map(([word, n]) => `  ${word}: ${n.toString()}`)

const linesOf = (report: AdminReplayReport): string[] => {
  const { lines } = report
  return [
    `lines outside the database: ${lines.read.toString()}, new to it: ${lines.new.toString()}`,
    `not believed: ${lines.damaged.toString()} damaged, ${lines.forged.toString()} forged`,
    ...counted(lines.unknown_keys).map((line) => `${line} lines under a secret that is gone`),
    ...counted(report.unreadable_digests).map(
      (line) => `${line} digests under a secret that is gone`
    ),
    ...counted(lines.other_installations).map((line) => `${line} lines of another installation`),
    `erasures in the ledger: ${report.erasures.toString()}, unknown to the database: ${report.unknown.toString()}`,
    `there again: ${report.taken_up.toString()}, done: ${report.done.toString()}, waiting: ${report.waiting.toString()}`,
    ...counted(report.reasons),
    ...report.rows.map(({ category, rows }) => `  ${category}: ${rows.toString()} rows`),
    `called off since the backup: ${report.called_off.length.toString()}`,
    ...report.called_off.map((id) => `  ${id}`),
    `failed: ${report.failed.length.toString()}`,
    ...report.failed.map((id) => `  ${id}`),
    ...(report.is_whole ? [] : ["The preview ended before it had looked at all."]),
  ]
}

const isSound = ({ lines, failed, unreadable_digests: unreadable }: AdminReplayReport): boolean =>
  lines.damaged + lines.forged + failed.length === 0 &&
  Object.keys({ ...lines.unknown_keys, ...lines.other_installations, ...unreadable }).length === 0

const replay = async (container: ExecArgs["container"]): Promise<AdminReplayReport | string> => {
  const { id } = await beginReplay(container, null)
  await runReplays(container)
  const { report, error } = await getReplay(container, id)
  return report ?? error ?? "it has not ended; the job takes it up"
}

/** What was done about the installation; null when nothing was asked about it. Throws invalid_data. */
const changeInstallation = async ({ container, args }: ExecArgs): Promise<string | null> => {
  if (args.includes("copy")) {
    return `this database is a copy now, installation ${await becomeCopyOf(container)}`
  }
  const place = args.indexOf("continues")
  if (place === -1) return null
  const id = args[place + 1] ?? ""
  await continueInstallationOf(container, id)
  return `this database continues installation ${id}`
}

/**
 * `npx medusa-plugin-denmark replay`: erases again what a restored backup has brought back, and prints what it did. With
 * `--preview` it changes nothing and prints what it would do. `--copy` and `--continues <id>` only say which installation
 * this database is: a copy for tests, or one that continues another whose database was lost. Ends with exit code 1 when something failed or a line of
 * the ledger is not believed. The command hands options on as words without dashes.
 */
const run = async ({ container, args }: ExecArgs): Promise<void> => {
  const changed = await changeInstallation({ container, args })
  if (changed !== null) {
    process.stdout.write(`${changed}\n`)
    return
  }
  const report = args.includes("preview")
    ? await previewReplayOf(container)
    : await replay(container)
  const lines = typeof report === "string" ? [`failed: ${report}`] : linesOf(report)
  process.stdout.write(`${lines.join("\n")}\n`)
  process.exitCode = typeof report !== "string" && isSound(report) ? 0 : 1
}

export default run
