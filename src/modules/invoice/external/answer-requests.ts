import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { matchRequests } from "../domain/match-requests"
import type { OpenRequest, RecordedNumber } from "../domain/match-requests"

/** Notes which numbers of an order answer which of its requests. Runs under the order's lock. */
export const answerRequests = async (
  transaction: Knex.Transaction,
  orderId: string
): Promise<void> => {
  const requests = await selectRows<OpenRequest>(
    transaction,
    "SELECT id, kind, answered_by FROM dk_invoice_request WHERE order_id = ? ORDER BY created_at, id",
    [orderId]
  )
  if (requests.length === 0) return
  const numbers = await selectRows<RecordedNumber>(
    transaction,
    "SELECT id, kind, replaces FROM dk_invoice_external WHERE order_id = ? ORDER BY created_at, id",
    [orderId]
  )
  for (const { id, answered_by: by } of matchRequests(requests, numbers)) {
    await transaction.raw(
      "UPDATE dk_invoice_request SET answered_by = ?, updated_at = now() WHERE id = ?",
      [by, id]
    )
  }
}
