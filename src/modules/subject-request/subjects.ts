import { invalidField } from "../../shared/errors"
import { hidingValues, selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import { sha256 } from "../../shared/sha256"
import type { AdminSetSubjectOfRequest } from "../../types/http"
import { readRequest, refuseUnlessPossible } from "./requests"
import type { KnownRequest, RequestRow } from "./requests"

/** Exactly one of customer, e-mail and confirmed selection, and orders that staff know to be the person's. */
export type SubjectInput = {
  customer_id?: string | undefined
  email?: string | undefined
  selection_id?: string | undefined
  confirmed_order_ids?: string[] | undefined
}

type Named = Pick<RequestRow, "selection_id" | "subject_customer_id" | "subject_email">

/**
 * Whom a request is about, as personal-data takes it; null while nobody has said. What staff found goes before who asked; the
 * e-mail of a representative is where the answer goes, and not the person's.
 */
export const subjectOf = (
  row: Named &
    Pick<RequestRow, "customer_id" | "email" | "confirmed_order_ids" | "representative_name">
): AdminSetSubjectOfRequest | null => {
  const confirmed = { confirmed_order_ids: row.confirmed_order_ids }
  if (row.selection_id !== null) return { ...confirmed, selection_id: row.selection_id }
  const customerId = row.subject_customer_id ?? (row.subject_email ? null : row.customer_id)
  if (customerId !== null) return { ...confirmed, customer_id: customerId }
  const email = row.subject_email ?? (row.representative_name === null ? row.email : null)
  return email === null ? null : { ...confirmed, email }
}

/** The columns of whom a request is about, of what staff says; none when they name nobody. */
export const namedIn = ({
  customer_id: customerId,
  email,
  selection_id: selectionId,
}: SubjectInput): Named | null =>
  (customerId ?? email ?? selectionId) === undefined
    ? null
    : {
        selection_id: selectionId ?? null,
        subject_customer_id: customerId ?? null,
        subject_email: email ?? null,
      }

/**
 * Whether staff found it to be about somebody other than who asked.
 *
 * @param own ids of the customers who are who asked under another name: those of the mailbox without an account
 */
export const isAboutAnother = (
  row: Named & Pick<RequestRow, "email" | "customer_id">,
  own: readonly string[] = []
): boolean => {
  const { subject_customer_id: customerId, subject_email: email } = row
  if (row.selection_id !== null) return true
  if (customerId !== null) return customerId !== row.customer_id && !own.includes(customerId)
  return email !== null && email.toLowerCase() !== row.email?.toLowerCase()
}

/** What is the same as long as nobody names somebody else; a digest, so that it may be sent along. */
export const subjectVersion = (subject: SubjectInput | null): string =>
  sha256(
    [subject?.selection_id, subject?.customer_id, subject?.email?.toLowerCase()]
      .map((part) => part ?? "")
      .join("\n")
  ).slice(0, 16)

const isOf = (address: string, email: string | undefined): boolean =>
  address.toLowerCase() === email?.toLowerCase()

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
 * Records whom a request is about; the last word counts until it is decided. Who asked, and where the answer goes, stays.
 *
 * @throws not_found, a conflict once it is decided, invalid_data `customer_id`, or `email` when it is the representative's
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
  const { customer_id: customerId } = subject
  if (customerId !== undefined) await refuseUnknownCustomer(transaction, customerId)
  if (row.representative_name !== null && row.email !== null && isOf(row.email, subject.email)) {
    throw invalidField(
      "email",
      "of_representative",
      "is where the representative is answered; name the customer or a selection."
    )
  }
  const named = namedIn(subject)
  // What was confirmed of one person is not another's.
  const standing = named === null ? row.confirmed_order_ids : []
  await hidingValues(
    transaction("dk_subject_request")
      .where({ id })
      .update({
        ...named,
        confirmed_order_ids: subject.confirmed_order_ids ?? standing,
        updated_at: new Date(),
      })
  )
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
