import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { unexpected } from "../../../shared/errors"

export type Series = { id: string; kind: "test" | "live"; starts_at: Date }

/** What series a sale belongs to: money that is none never gets a valid number. */
type Sale = { controllerId: string; isTest: boolean; placedAt: string }
export type TakenNumber = { number: number; label: string; previousDigest: string | null }

/** A controller other than the one of the installation begins where the installation began. */
const OPEN_SERIES = `
  INSERT INTO dk_invoice_series (id, controller_id, kind, prefix, next_number, starts_at)
  VALUES (?, ?, 'test', 'TEST-', 1, coalesce((SELECT min(starts_at) FROM dk_invoice_series), now()))
  ON CONFLICT DO NOTHING`

const CURRENT = `
  SELECT id, kind, starts_at FROM dk_invoice_series WHERE controller_id = ? AND (kind = 'test' OR (NOT ? AND starts_at <= ?))
  ORDER BY kind = 'live' DESC LIMIT 1`

/** The series that numbers a sale now: the live one when it has been opened and real money was paid, else the test one. */
export const currentSeries = async (
  connection: Knex | Knex.Transaction,
  { controllerId, isTest, placedAt }: Sale
): Promise<Series> => {
  const bindings = [controllerId, isTest, placedAt]
  const [found] = await selectRows<Series>(connection, CURRENT, bindings)
  if (found) return found
  await connection.raw(OPEN_SERIES, [generateEntityId("", "dkiser"), controllerId])
  const [opened] = await selectRows<Series>(connection, CURRENT, bindings)
  if (!opened) throw unexpected("No invoice series")
  return opened
}

/**
 * Holds the controller's series until the transaction ends: numbers, dates of keeping and the table of years are written in
 * turn.
 */
export const lockSeries = async (
  transaction: Knex.Transaction,
  controllerId: string
): Promise<void> => {
  await transaction.raw(OPEN_SERIES, [generateEntityId("", "dkiser"), controllerId])
  const sql = "SELECT 1 FROM dk_invoice_series WHERE controller_id = ? ORDER BY id FOR UPDATE"
  await transaction.raw(sql, [controllerId])
}

/** Takes the next number. The row stays locked until the transaction ends, so a rollback leaves no gap. */
export const takeNumber = async (
  transaction: Knex.Transaction,
  seriesId: string
): Promise<TakenNumber> => {
  const [row] = await selectRows<{ number: number; prefix: string }>(
    transaction,
    `UPDATE dk_invoice_series SET next_number = next_number + 1, updated_at = now()
     WHERE id = ? RETURNING next_number - 1 AS number, prefix`,
    [seriesId]
  )
  if (!row) throw unexpected("The invoice series is gone")
  const [previous] = await selectRows<{ digest: string }>(
    transaction,
    "SELECT digest FROM dk_invoice WHERE series_id = ? ORDER BY number DESC LIMIT 1",
    [seriesId]
  )
  return {
    number: row.number,
    label: `${row.prefix}${row.number}`,
    previousDigest: previous?.digest ?? null,
  }
}
