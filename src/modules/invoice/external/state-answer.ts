import { conflict, invalidField } from "../../../shared/errors"
import { selectRows } from "../../../shared/postgres"
import type { Knex } from "../../../shared/postgres"
import type { ExternalNumberFields } from "./external-fields"

type Stated = {
  orderId: string
  fields: Pick<ExternalNumberFields, "kind">
  replaces: string | null
  /** Id of the request that the number is said to answer. */
  answers?: string
}

type Row = { kind: ExternalNumberFields["kind"]; answered_by: string | null }

/**
 * Refuses a statement that cannot be true. A number that is corrected keeps what it answers, so it answers nothing else.
 *
 * @param known id of the number when it is there already
 * @throws invalid_data naming `answers`; conflict `already_answered`, `answers_another`
 */
export const checkStated = async (
  transaction: Knex.Transaction,
  { orderId, fields, replaces, answers }: Stated,
  known: string | null
): Promise<void> => {
  if (answers === undefined) return
  if (replaces !== null) {
    throw invalidField("answers", "not_with_replaces", "cannot stand beside replaces.")
  }
  const sql = "SELECT kind, answered_by FROM dk_invoice_request WHERE id = ? AND order_id = ?"
  const [request] = await selectRows<Row>(transaction, sql, [answers, orderId])
  if (request?.kind !== fields.kind) {
    throw invalidField("answers", "not_found", "is no request of this kind on this order.")
  }
  if (request.answered_by !== null && request.answered_by !== known) {
    throw conflict("already_answered", "Another number answers the request.")
  }
  const other = "SELECT 1 FROM dk_invoice_request WHERE answered_by = ? AND id <> ?"
  if (known !== null && (await selectRows(transaction, other, [known, answers])).length > 0) {
    throw conflict("answers_another", "The number answers another request of the order.")
  }
}
