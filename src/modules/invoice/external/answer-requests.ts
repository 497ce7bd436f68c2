import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { matchRequests } from "../domain/match-requests"
import type { OpenRequest, RecordedNumber, StatedAnswer } from "../domain/match-requests"

const instant = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const REQUESTS = `SELECT x.id, x.kind, x.answered_by, ${instant("x.requested_at")} AS requested_at, ${instant("x.arose_at")} AS arose_at,
    to_char(x.arose_at AT TIME ZONE 'Europe/Copenhagen', 'YYYY-MM-DD') AS arose_on
  FROM (SELECT r.id, r.kind, r.answered_by, r.created_at AS requested_at, least(r.created_at, f.created_at) AS arose_at
    FROM dk_invoice_request r LEFT JOIN refund f ON r.cause = 'refund:' || f.id WHERE r.order_id = ?) x
  ORDER BY x.requested_at, x.id`

const NUMBERS = `SELECT id, kind, replaces, issued_on, ${instant("created_at")} AS recorded_at
  FROM dk_invoice_external WHERE order_id = ? ORDER BY created_at, id`

/** Notes which numbers of an order answer which of its requests. Runs under the order's lock. */
export const answerRequests = async (
  transaction: Knex.Transaction,
  orderId: string,
  stated: StatedAnswer | null = null
): Promise<void> => {
  const requests = await selectRows<OpenRequest>(transaction, REQUESTS, [orderId])
  if (requests.length === 0) return
  const numbers = await selectRows<RecordedNumber>(transaction, NUMBERS, [orderId])
  for (const { id, answered_by: by } of matchRequests(requests, numbers, stated)) {
    await transaction.raw(
      "UPDATE dk_invoice_request SET answered_by = ?, updated_at = now() WHERE id = ?",
      [by, id]
    )
  }
}
