import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { InvoiceSettings } from "../options"
import { keepChain } from "../sealing/keep-dates"
import { ARCHIVE, EXTERNAL, IS_CURRENT } from "../sealing/kept-tables"

type Row = { id: string; issued_on: string; is_archive: boolean; counts: boolean }

const OUTSIDE = `SELECT e.id, e.issued_on, false AS is_archive, ${IS_CURRENT} AS counts
    FROM dk_invoice_external e WHERE e.order_id = :orderId
  UNION ALL SELECT a.id, a.concerns_on, true, true FROM dk_invoice_archive a WHERE a.order_id = :orderId`

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
  const documents = rows.map(({ id, issued_on: issuedOn, is_archive: isArchive, counts }) => ({
    id,
    issuedOn,
    counts,
    table: isArchive ? ARCHIVE : EXTERNAL,
  }))
  const chain = { controllerId: settings.controller.id, documents, ...change }
  await keepChain(transaction, chain, settings.financialYearStartsIn)
}
