import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import { EXTERNAL, latestKeep } from "../sealing/kept-tables"
import type { ExternalNumberFields } from "./external-fields"

/** A number of the shop's bookkeeping system, as the API shows it. Days are Danish, `YYYY-MM-DD`. */
export type ExternalInvoice = ExternalNumberFields & {
  id: string
  order_id: string
  /** Id of the number it corrects, and of the one that corrects it. */
  replaces: string | null
  replaced_by: string | null
  /** Last day of keeping; null when no financial year covers it. */
  keep_through: string | null
  /** Id of the staff user or API key. */
  recorded_by: string
  created_at: Date
}

const COLUMNS = `e.id, e.order_id, e.system, e.number, e.issued_on, e.kind, e.url, e.replaces,
  (SELECT x.id FROM dk_invoice_external x WHERE x.replaces = e.id) AS replaced_by,
  ${latestKeep("e.id", EXTERNAL)} AS keep_through, e.recorded_by, e.created_at`

/** The numbers of an order, the oldest first, corrected ones too. */
export const externalOfOrder = (
  connection: Knex | Knex.Transaction,
  orderId: string
): Promise<ExternalInvoice[]> =>
  selectRows(
    connection,
    `SELECT ${COLUMNS} FROM dk_invoice_external e WHERE e.order_id = ? ORDER BY e.created_at, e.id`,
    [orderId]
  )
