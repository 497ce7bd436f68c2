import { generateEntityId } from "@medusajs/framework/utils"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { unexpected } from "../../../shared/errors"

export type Series = { id: string; kind: "test" | "live"; starts_at: Date }

/** What series a sale belongs to: money that is none never gets a valid number. */
type Sale = { controllerId: string; isTest: boolean; placedAt: string }
export type NextNumber = { number: number; label: string; previousDigest: string | null }

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

/**
 * Holds a series and says which number is next. The row stays locked until the transaction ends, in which `writeSealed` takes
 * the number, so a rollback leaves no gap.
 */
export const holdNumber = async (
  transaction: Knex.Transaction,
  seriesId: string
): Promise<NextNumber> => {
  const [row] = await selectRows<{ number: number; prefix: string; last_digest: string | null }>(
    transaction,
    "SELECT next_number AS number, prefix, last_digest FROM dk_invoice_series WHERE id = ? FOR UPDATE",
    [seriesId]
  )
  if (!row) throw unexpected("The invoice series is gone")
  const { number, prefix, last_digest: previousDigest } = row
  return { number, label: `${prefix}${number.toString()}`, previousDigest }
}
