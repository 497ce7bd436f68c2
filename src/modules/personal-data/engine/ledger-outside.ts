import { errorName } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"
import type { Secrets } from "../../../shared/tokens"
import { writeLine } from "../domain/ledger-line"
import type { LedgerEntry } from "../domain/ledger-line"
import type { LedgerSink } from "../domain/ledger-sink"
import { ownInstallation } from "./installation"
import { ERASED_BEFORE } from "./ledger"

/** How the ledger is kept: with which secrets, and where outside the database. */
export type LedgerSettings = { secrets: Secrets; sink?: LedgerSink | undefined }

/** Longest time one answer from outside is waited for. */
export const LONGEST_ANSWER_MS = 10_000
const BATCH = 500

/** The place outside the database did not take a line, or did not answer in time. */
export class LedgerUnreachable extends Error {
  override name = "LedgerUnreachable"
}

/** Waits a while for an answer. Throws what it throws, or LedgerUnreachable when it takes too long. */
export const within = async <Value>(answer: Promise<Value>, ms: number): Promise<Value> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new LedgerUnreachable("no answer in time"))
    }, ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}

type Row = Omit<LedgerEntry, "erased_before" | "created_at"> & {
  erased_before: Date
  created_at: Date
}

/** Rows that nobody outside has said to hold, of one erasure or of all. */
const UNSENT = `FROM dk_personal_data_ledger l WHERE l.erasure_id = coalesce(?, l.erasure_id)
  AND NOT EXISTS (SELECT 1 FROM dk_personal_data_ledger_receipt r WHERE r.id = l.id)`

const nextUnsent = (connection: Knex, erasureId: string | null): Promise<Row[]> =>
  selectRows<Row>(
    connection,
    `SELECT l.id, l.erasure_id, l.customer_ids, l.order_ids, l.cart_ids, l.digests, ${ERASED_BEFORE} AS erased_before, l.created_at
       ${UNSENT} ORDER BY l.created_at, l.id LIMIT ${BATCH.toString()}`,
    [erasureId]
  )

/** How many rows of the ledger stand in the database only. */
export const countUnsent = async (connection: Knex): Promise<number> => {
  const [row] = await selectRows<{ n: number }>(connection, `SELECT count(*)::int AS n ${UNSENT}`, [
    null,
  ])
  return row?.n ?? 0
}

const append = async (sink: LedgerSink, line: string): Promise<void> => {
  try {
    await within(sink.append(line), LONGEST_ANSWER_MS)
  } catch (error) {
    throw new LedgerUnreachable(errorName(error))
  }
}

/**
 * Appends what stands in the database only to the place outside, and notes that it is there. Killed in between, a line
 * is appended again, which is harmless. Without such a place nothing happens.
 *
 * @param erasureId rows of one erasure; null for all
 * @throws LedgerUnreachable
 */
export const appendUnsent = async (
  connection: Knex,
  { secrets, sink }: LedgerSettings,
  erasureId: string | null
): Promise<void> => {
  if (!sink) return
  const installation = await ownInstallation(connection)
  for (;;) {
    const rows = await nextUnsent(connection, erasureId)
    if (rows.length === 0) return
    for (const row of rows) {
      const dates = {
        erased_before: row.erased_before.toISOString(),
        created_at: row.created_at.toISOString(),
      }
      await append(sink, writeLine({ ...row, ...dates }, secrets, installation))
      await connection.raw(
        `INSERT INTO dk_personal_data_ledger_receipt (id) VALUES (?) ON CONFLICT (id) DO NOTHING`,
        [row.id]
      )
    }
  }
}
