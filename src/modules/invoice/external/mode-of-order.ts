import { copenhagenDay } from "../../../rules"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { modeOfSale } from "../domain/invoice-modes"
import type { InvoiceMode } from "../domain/invoice-modes"
import type { InvoiceSettings } from "../options"

const SOLD_BY = `SELECT CASE
  WHEN EXISTS (SELECT 1 FROM dk_invoice_cause WHERE order_id = :orderId AND cause = 'sale') THEN 'own'
  WHEN EXISTS (SELECT 1 FROM dk_invoice_request WHERE order_id = :orderId AND cause = 'sale')
    OR EXISTS (SELECT 1 FROM dk_invoice_external WHERE order_id = :orderId) THEN 'external' END AS by`

type PlacedOrder = { order_id: string; placed_at: Date | string }

/** Who invoices an order: decided by the Danish day it was placed, and kept once its sale is invoiced. */
export const modeOfOrder = async (
  connection: Knex | Knex.Transaction,
  settings: InvoiceSettings,
  { order_id: orderId, placed_at: placedAt }: PlacedOrder
): Promise<InvoiceMode> => {
  const [sold] = await selectRows<{ by: "own" | "external" | null }>(connection, SOLD_BY, {
    orderId,
  })
  return modeOfSale(settings, {
    placedOn: copenhagenDay(placedAt),
    soldBy: sold?.by ?? null,
  })
}
