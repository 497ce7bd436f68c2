import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { InvoiceSettings } from "../options"
import { keepChain, keptThrough, wouldKeepThrough } from "../sealing/keep-dates"
import { ARCHIVE, EXTERNAL, IS_CURRENT } from "../sealing/kept-tables"

/** A corrected number does not count: it is kept as long as the others, but decides nothing. */
type Row = { id: string; issued_on: string; is_archive: boolean; counts: boolean }

const OUTSIDE = `SELECT e.id, e.issued_on, false AS is_archive, ${IS_CURRENT} AS counts
    FROM dk_invoice_external e WHERE e.order_id = :orderId
  UNION ALL SELECT a.id, a.concerns_on, true, true FROM dk_invoice_archive a WHERE a.order_id = :orderId`

const countingDays = (rows: readonly Row[]): string[] =>
  rows.filter(({ counts }) => counts).map(({ issued_on: day }) => day)

type Coming = {
  settings: InvoiceSettings
  orderId: string
  /** Days of what is to be kept too. */
  days: readonly string[]
  /** The number of the order that it replaces. */
  replaces?: string | null
  /** Day in Denmark. */
  today: string
}

/** The last day of keeping of what is to be kept beside an order's numbers and copies, when it is over; else null. */
export const overSince = async (
  connection: Knex | Knex.Transaction,
  { settings, orderId, days, replaces = null, today }: Coming
): Promise<string | null> => {
  const rows = await selectRows<Row>(connection, OUTSIDE, { orderId })
  const kept = countingDays(rows.filter(({ id }) => id !== replaces))
  const through = await wouldKeepThrough(connection, settings, [...kept, ...days])
  return through !== null && through < today ? through : null
}

type Change = {
  settings: InvoiceSettings
  orderId: string
  cause: "recorded" | "correction" | "archived"
  /** Who corrected a number, so that a date may come earlier. */
  correctedBy?: string
}

/** Keeps an order's numbers and archive copies as long as the latest of them asks for. Runs while the series is locked. */
export const keepOutside = async (
  transaction: Knex.Transaction,
  { settings, orderId, ...change }: Change
): Promise<void> => {
  const rows = await selectRows<Row>(transaction, OUTSIDE, { orderId })
  const documents = rows.map(({ id, is_archive: isArchive }) => ({
    id,
    table: isArchive ? ARCHIVE : EXTERNAL,
  }))
  const through = await keptThrough(transaction, settings, countingDays(rows))
  const { id: controllerId } = settings.controller
  await keepChain(transaction, documents, { ...change, controllerId, keepThrough: through })
}
