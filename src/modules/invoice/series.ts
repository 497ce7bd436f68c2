import { generateEntityId } from "@medusajs/framework/utils"
import { conflict } from "../../shared/errors"
import { selectRows, withLock } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"

/** A series as staff sees it. */
export type InvoiceSeriesRow = {
  kind: "test" | "live"
  prefix: string
  first_number: number
  next_number: number
  /** Orders placed before this moment are not numbered by it. */
  starts_at: Date
  /** Id of the staff user who opened it; null for the test series. */
  opened_by: string | null
  created_at: Date
}

export type OpenLiveSeries = {
  controllerId: string
  prefix: string
  /** Above the last number that was used elsewhere. */
  first_number: number
  /** Orders placed before it stay in the test series; all that are not invoiced yet are in when it is left out. */
  starts_at?: Date | undefined
  opened_by: string
}

const SERIES = `SELECT kind, prefix, first_number, next_number, starts_at, opened_by, created_at
  FROM dk_invoice_series WHERE controller_id = ? ORDER BY kind`

/** The controller's series, the live one first. */
export const readSeries = (
  connection: Knex | Knex.Transaction,
  controllerId: string
): Promise<InvoiceSeriesRow[]> => selectRows(connection, SERIES, [controllerId])

/**
 * Opens the series of valid numbers, once: from then on what is issued is an invoice by law, and stays.
 *
 * @throws MedusaError conflict `series_is_live`
 */
export const openLiveSeries = (
  connection: Knex,
  { controllerId, ...series }: OpenLiveSeries
): Promise<InvoiceSeriesRow[]> =>
  withLock(connection, `dk_invoice_series:${controllerId}`, async (transaction) => {
    const known = await readSeries(transaction, controllerId)
    if (known.some(({ kind }) => kind === "live")) {
      throw conflict("series_is_live", "The series of valid numbers is open already.")
    }
    const { starts_at: startsAt = known[0]?.starts_at ?? new Date() } = series
    await transaction("dk_invoice_series").insert({
      id: generateEntityId("", "dkiser"),
      controller_id: controllerId,
      kind: "live",
      next_number: series.first_number,
      ...series,
      starts_at: startsAt,
    })
    return readSeries(transaction, controllerId)
  })
