import { invalidField } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { readRequest, refuseUnlessPossible } from "./requests"
import type { KnownRequest, RequestRow } from "./requests"

/** Exactly one of customer, e-mail and confirmed selection, and orders that staff know to be the person's. */
export type SubjectInput = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
  confirmed_order_ids?: string[] | undefined
}

type Named = Pick<
  RequestRow,
  "selection_id" | "customer_id" | "email" | "confirmed_order_ids" | "representative_name"
>

/**
 * Whom a request is about, as personal-data takes it; null while nobody has said. What staff confirmed goes before the rest.
 * The e-mail of a representative is where the answer goes, and not the person's.
 */
export const subjectOf = (row: Named): SubjectInput | null => {
  const confirmed = { confirmed_order_ids: row.confirmed_order_ids }
  if (row.selection_id !== null) return { ...confirmed, selection_id: row.selection_id }
  if (row.customer_id !== null) return { ...confirmed, customer_id: row.customer_id }
  return row.email === null || row.representative_name !== null
    ? null
    : { ...confirmed, email: row.email }
}

const refuseUnknownCustomer = async (
  transaction: Knex.Transaction,
  customerId: string
): Promise<void> => {
  const rows = await selectRows(transaction, "SELECT 1 FROM customer WHERE id = ?", [customerId])
  if (rows.length === 0) {
    throw invalidField("customer_id", "unknown_customer", "no customer has this id.")
  }
}

/**
 * Records whom a request is about; the last word counts until it is decided.
 *
 * @throws not_found, a conflict once it is decided, invalid_data `customer_id`, or `email` when a representative asks
 */
export const setSubject = async (
  transaction: Knex.Transaction,
  id: string,
  subject: SubjectInput
): Promise<KnownRequest> => {
  await transaction.raw("SELECT 1 FROM dk_subject_request WHERE id = ? FOR UPDATE", [id])
  const { folded, row } = await readRequest(transaction, id)
  // As long as it can be extended for the first time or again it is undecided.
  refuseUnlessPossible({ ...folded, extension: null }, "extended")
  const { customer_id: customerId, email, selection_id: selectionId } = subject
  if (customerId !== undefined) await refuseUnknownCustomer(transaction, customerId)
  if (email !== undefined && row.representative_name !== null) {
    throw invalidField(
      "email",
      "of_representative",
      "is where the representative is answered; name the customer or a selection."
    )
  }
  const isNamed = (customerId ?? email ?? selectionId) !== undefined
  await transaction("dk_subject_request")
    .where({ id })
    .update({
      ...(isNamed && {
        selection_id: selectionId ?? null,
        customer_id: customerId ?? null,
        // The answer still goes where it was asked for.
        email: email ?? row.email,
      }),
      confirmed_order_ids: subject.confirmed_order_ids ?? row.confirmed_order_ids,
      updated_at: new Date(),
    })
  return readRequest(transaction, id)
}

/** Notes which erasure carries a request out, before it runs. */
export const noteErasure = async (
  connection: Knex,
  id: string,
  erasureId: string
): Promise<void> => {
  await connection("dk_subject_request").where({ id }).update({ erasure_id: erasureId })
}

/** Requests whose erasure goes on by itself, those that wait longest first. */
export const findPlanned = (
  connection: Knex,
  controllerId: string
): Promise<{ id: string; erasure_id: string | null }[]> =>
  selectRows(
    connection,
    `SELECT id, erasure_id FROM dk_subject_request
      WHERE state = 'planned' AND controller_id = ? AND deleted_at IS NULL ORDER BY updated_at, id`,
    [controllerId]
  )
