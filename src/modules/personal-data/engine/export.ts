import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import { notFound } from "../../../shared/errors"
import { exportStatement } from "../domain/statements"
import type { ExportProfile, Statement } from "../domain/statements"
import { registeredTables } from "../registry"
import { refuseForeignOrders } from "./confirmed-orders"
import { findKeptDocuments } from "./order-facts"
import { onlyCertain, resolveSubject } from "./resolve"
import type { Subject } from "./resolve"
import { readSchema } from "./schema"

/** Rows fetched from Postgres and written to the client at a time. */
const PAGE = 500

type Write = (chunk: string) => Promise<void>

const writeRows = async (
  transaction: Knex.Transaction,
  statement: Statement,
  write: Write
): Promise<void> => {
  await transaction.raw(
    `DECLARE dk_export NO SCROLL CURSOR FOR ${statement.sql}`,
    statement.bindings
  )
  let isFirst = true
  for (;;) {
    const rows = await selectRows<{ row: string }>(
      transaction,
      `FETCH FORWARD ${PAGE.toString()} FROM dk_export`
    )
    if (rows.length === 0) break
    await write((isFirst ? "" : ",") + rows.map(({ row }) => row).join(","))
    isFirst = false
  }
  await transaction.raw("CLOSE dk_export")
}

export type ExportInput = { subject: Subject; profile: ExportProfile; now: Date }

/**
 * Writes one person's data as JSON, piece by piece, from one read-only snapshot. Nothing is stored. The first
 * piece is written only when the person was found, so a caller can still answer with an error.
 *
 * @throws not_found for a customer id that does not exist
 */
export const writeExport = (
  connection: Knex,
  { subject, profile, now }: ExportInput,
  write: Write
): Promise<void> =>
  connection.transaction(
    async (transaction) => {
      // A client that stops reading must not hold a connection of the pool for long.
      await transaction.raw("SET LOCAL idle_in_transaction_session_timeout = '30s'")
      const { person, keys: found, uncertain } = await resolveSubject(transaction, subject)
      if (subject.customer_id !== undefined && !person.customers.includes(subject.customer_id)) {
        throw notFound("customer_id: no customer has this id.")
      }
      await refuseForeignOrders(transaction, person, subject.confirmed_order_ids)
      const keys = await onlyCertain(transaction, found)
      const { all: schema } = await readSchema(transaction)
      const head = {
        format: "medusa-plugin-denmark/personal-data-export/1",
        profile,
        created_at: now.toISOString(),
        customer_ids: person.customers,
        kept_documents: await findKeptDocuments(transaction, keys),
        orders_to_be_confirmed: uncertain.length,
      }
      await write(`${JSON.stringify(head).slice(0, -1)},"data":{`)
      let isFirst = true
      for (const map of registeredTables()) {
        const statement = exportStatement(map, schema, keys, profile)
        if (!statement) continue
        await write(`${isFirst ? "" : ","}${JSON.stringify(map.table)}:[`)
        await writeRows(transaction, statement, write)
        await write("]")
        isFirst = false
      }
      await write("}}\n")
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
