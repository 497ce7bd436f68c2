import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { InvoiceDocument } from "../domain/document"

/** Time for what is still on its way to arrive, and between two questions. */
const PAUSE = "interval '10 minutes'"

/** After that only staff decides. */
const LONGEST = "interval '7 days'"
const MOST_TRIES = 3

const BATCH = 20

export type UncertainDelivery = { id: string; series: InvoiceDocument["series"] }

/** Claims deliveries of which a provider can be asked what became of them; each is claimed once in ten minutes. */
export const claimUncertain = (connection: Knex): Promise<UncertainDelivery[]> =>
  selectRows(
    connection,
    `UPDATE dk_invoice_delivery v SET next_attempt_at = now() + ${PAUSE}, updated_at = now()
      FROM dk_invoice i JOIN dk_invoice_series s ON s.id = i.series_id
      WHERE i.id = v.invoice_id AND v.id IN (
        SELECT id FROM dk_invoice_delivery WHERE state = 'uncertain' AND channel = 'einvoice' AND way = 'webhook'
          AND settled_by IS NULL AND next_attempt_at <= now() AND created_at > now() - ${LONGEST} AND done_at <= now() - ${PAUSE}
        ORDER BY next_attempt_at LIMIT ${BATCH.toString()} FOR UPDATE SKIP LOCKED)
      RETURNING v.id, s.kind AS series`
  )

/**
 * Sends a delivery anew that never arrived, with the same id and bytes, unless staff has decided meanwhile. Whoever says a
 * third time that nothing came may be the wrong one to ask.
 */
export const sendAnew = async (connection: Knex, id: string, code: string): Promise<void> => {
  await selectRows(
    connection,
    `UPDATE dk_invoice_delivery SET state = 'queued', outcome = ?, began_at = NULL, done_at = NULL,
        next_attempt_at = now(), updated_at = now()
      WHERE id = ? AND state = 'uncertain' AND settled_by IS NULL AND attempts < ?`,
    [code, id, MOST_TRIES]
  )
}
