import type { Knex } from "../../../../shared/postgres"
import type { Findings } from "../../domain/export/found"
import { personalDataExportSchema } from "../../domain/export/schema"
import { zipOf } from "./archive"
import type { ArchiveFile, ManifestFile } from "./archive"
import { findContents } from "./contents"
import type { ExportContents, ExportInput } from "./contents"
import { csvFile } from "./csv"
import { jsonDocument } from "./json"
import { readablePage } from "./page"
import { startTimeLimit } from "./time-limit"

export { resolveForExport } from "./contents"
export type { ExportInput } from "./contents"

export type ExportFormat = "json" | "zip"

/** Sends the pieces of a document; it is over when the promise is. */
export type Send = (pieces: AsyncIterable<string | Uint8Array>) => Promise<void>

/** What a file that never changes reads as. */
const fixed = (text: string) =>
  async function* () {
    yield await Promise.resolve(text)
  }

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

const manifest = ({ head }: ExportContents, sums: readonly ManifestFile[]): ArchiveFile => {
  const { format, profile, locale, created_at } = head
  return {
    path: "manifest.json",
    read: fixed(json({ format, profile, locale, created_at, files: sums })),
  }
}

/** The first file finds what the others begin with. */
const filesOf = (contents: ExportContents, findings: Findings): ArchiveFile[] => [
  { path: "data.json", read: () => jsonDocument(contents, findings) },
  { path: "index.html", read: () => readablePage(contents, findings) },
  { path: "schema.json", read: fixed(json(personalDataExportSchema)) },
  ...contents.tables.map((table) => ({
    path: `csv/${table.name}.csv`,
    read: () => csvFile(contents.transaction, table, findings.rows.get(table.name) ?? 0),
  })),
]

/**
 * Makes one person's export from one read-only snapshot, at the pace at which `send` takes it. Nothing is stored.
 * After `timeLimit` milliseconds it throws, also while the database works.
 * `send` is called only when the person was found, so a caller can still answer with an error.
 *
 * @throws not_found for a customer id that does not exist
 * @throws invalid_data `confirmed_order_ids`
 */
export const makeExport = (
  connection: Knex,
  input: ExportInput & { format: ExportFormat; timeLimit: number },
  send: Send
): Promise<void> =>
  connection.transaction(
    async (transaction) => {
      await startTimeLimit(transaction, input.timeLimit)
      // If this process hangs while a client is served, the connection must not stay taken.
      await transaction.raw("SET LOCAL idle_in_transaction_session_timeout = '60s'")
      // Times are written in UTC, and cursors are read to their end.
      await transaction.raw("SET LOCAL TimeZone = 'UTC'")
      await transaction.raw("SET LOCAL cursor_tuple_fraction = 1")
      const contents = await findContents(transaction, input)
      const findings: Findings = { rows: new Map(), rules: [] }
      await send(
        input.format === "json"
          ? jsonDocument(contents, findings)
          : zipOf(filesOf(contents, findings), (sums) => manifest(contents, sums), input.now)
      )
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
