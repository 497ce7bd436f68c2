import type { Knex } from "../../../../shared/postgres"
import { summaryOf } from "../../domain/export/summary"
import type { Summary } from "../../domain/export/summary"
import type { KeptDocument } from "../order-facts"
import { findContents } from "./contents"
import { lookUpHeld } from "./count"
import type { ExportInput } from "./contents"

export type HeldSummary = Summary & { kept_documents: Omit<KeptDocument, "order_id">[] }

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
      const held = await lookUpHeld(transaction, tables)
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
