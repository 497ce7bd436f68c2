import type { Knex } from "../../../../shared/postgres"
import { selectRows } from "../../../../shared/postgres"
import { rulesOf } from "../../domain/export/found"
import { summaryOf } from "../../domain/export/summary"
import type { HeldTable, Summary } from "../../domain/export/summary"
import type { KeptDocument } from "../order-facts"
import { findContents } from "./contents"
import type { ExportInput, ExportTable } from "./contents"

export type HeldSummary = Summary & { kept_documents: Omit<KeptDocument, "order_id">[] }

const lookUp = async (
  transaction: Knex.Transaction,
  { name, category, kinds, statement }: ExportTable
): Promise<HeldTable> => {
  const [found] = await selectRows<{ rows: number; kinds: number | null }>(
    transaction,
    `SELECT count(*)::int AS rows, bit_or(held.kinds) AS kinds FROM (${statement.sql}) AS held`,
    statement.bindings
  )
  return { name, category, rows: found?.rows ?? 0, rules: rulesOf(kinds, found?.kinds ?? 0) }
}

/**
 * What is held about a person, counted and not read out, from one snapshot: the rows an access export would hold, what they are
 * used for and how long, and the documents a law keeps. What may be somebody else's is left out.
 *
 * @throws not_found for a customer id that does not exist
 */
export const summarizeHeld = (
  connection: Knex,
  input: Omit<ExportInput, "profile">
): Promise<HeldSummary> =>
  connection.transaction(
    async (transaction) => {
      const { tables, access } = await findContents(transaction, { ...input, profile: "access" })
      const held: HeldTable[] = []
      for (const table of tables) held.push(await lookUp(transaction, table))
      const documents = access?.head.kept_documents ?? []
      return {
        ...summaryOf(held, input.locale),
        kept_documents: documents.map(({ number, keep_through: last, law }) => ({
          ...{ number, keep_through: last, law },
        })),
      }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
