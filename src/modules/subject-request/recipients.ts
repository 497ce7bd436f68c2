import { generateEntityId } from "@medusajs/framework/utils"
import { conflict, notFound } from "../../shared/errors"
import { selectRows } from "../../shared/postgres"
import type { Knex } from "../../shared/postgres"
import type { RecipientRole } from "./domain/recipients"

export type RecipientRow = {
  id: string
  controller_id: string
  /** From the options or a domain, or entered by staff. */
  origin: "options" | "staff"
  name: string
  role: RecipientRole
  purposes: string[]
  country: string
  safeguard: string | null
  agreement_on: string | null
  agreement_reference: string | null
  contact_email: string | null
  contact_how: string | null
  next_review_on: string | null
  is_active: boolean
  created_at: Date
}

export type RecipientValues = Omit<
  RecipientRow,
  "id" | "controller_id" | "origin" | "created_at" | "is_active"
>

const TABLE = "dk_subject_request_recipient"

const NOTHING = {
  ...{ safeguard: null, agreement_on: null, agreement_reference: null },
  ...{ contact_email: null, contact_how: null, next_review_on: null },
}

type NewRecipient = Pick<RecipientRow, "name" | "role" | "purposes" | "country"> &
  Partial<RecipientValues>

/** Adds a recipient. @returns null when one of the name is there already */
export const insertRecipient = async (
  connection: Knex,
  controllerId: string,
  { origin, ...values }: NewRecipient & Pick<RecipientRow, "origin">
): Promise<RecipientRow | null> => {
  const id = generateEntityId(undefined, "dkrcp")
  const row = { ...NOTHING, ...values, id, controller_id: controllerId, origin }
  const inserted: { id: string }[] = await connection(TABLE)
    .insert(row)
    .onConflict(connection.raw(`(controller_id, lower(name))`))
    .ignore()
    .returning("id")
  return inserted.length === 0 ? null : readRecipient(connection, id)
}

/** One recipient. Throws not_found. */
export const readRecipient = async (connection: Knex, id: string): Promise<RecipientRow> => {
  const [row] = await selectRows<RecipientRow>(
    connection,
    `SELECT * FROM ${TABLE} WHERE id = ? AND deleted_at IS NULL`,
    [id]
  )
  if (!row) throw notFound("No recipient has this id.")
  return row
}

/** All recipients by name. */
export const readRecipients = (connection: Knex, controllerId: string): Promise<RecipientRow[]> =>
  selectRows(
    connection,
    `SELECT * FROM ${TABLE} WHERE controller_id = ? AND deleted_at IS NULL ORDER BY lower(name)`,
    [controllerId]
  )

/**
 * Changes a recipient; what waited for an e-mail address is sent once there is one.
 *
 * @throws not_found, conflict `name_taken`
 */
export const updateRecipient = async (
  connection: Knex,
  id: string,
  values: Partial<RecipientValues & Pick<RecipientRow, "is_active">>
): Promise<RecipientRow> =>
  connection.transaction(async (transaction) => {
    const { controller_id: controllerId } = await readRecipient(transaction, id)
    const taken = await selectRows(
      transaction,
      `SELECT 1 FROM ${TABLE} WHERE controller_id = ? AND lower(name) = lower(?) AND id <> ?`,
      [controllerId, values.name ?? "", id]
    )
    if (taken.length > 0) throw conflict("name_taken", "A recipient of this name is there already.")
    await transaction(TABLE)
      .where({ id })
      .update({ ...values, updated_at: new Date() })
    if (values.contact_email) {
      await transaction("dk_subject_request_recipient_task")
        .where({ recipient_id: id, state: "open" })
        .whereNull("done_at")
        .update({ next_attempt_at: new Date() })
    }
    return readRecipient(transaction, id)
  })
