import { invalidField, notFound } from "../../../shared/errors"
import type { Knex } from "../../../shared/postgres"
import { selectRows } from "../../../shared/postgres"

/** What a letter or call named. */
export type SelectionWay = "order_number" | "invoice_number" | "phone" | "name_and_postal_code"

/** A search of staff: the ids it found, and those that were confirmed. What was typed is not kept. */
export type SelectionRow = {
  id: string
  status: "open" | "confirmed"
  way: SelectionWay
  customer_ids: string[]
  order_ids: string[]
  cart_ids: string[]
  confirmed_ids: string[]
  created_by: string
  created_at: Date
  expires_at: Date
}

type Connection = Knex | Knex.Transaction

/**
 * One selection that has not expired.
 *
 * @throws not_found, and invalid_data `selection_id` once it has expired
 */
export const findSelection = async (connection: Connection, id: string): Promise<SelectionRow> => {
  const [row] = await selectRows<SelectionRow & { is_expired: boolean }>(
    connection,
    "SELECT *, expires_at <= now() AS is_expired FROM dk_personal_data_selection WHERE id = ? AND deleted_at IS NULL",
    [id]
  )
  if (!row)
    throw notFound("selection_id: no selection has this id; it may have expired. Search again.")
  const { is_expired, ...selection } = row
  if (is_expired) {
    throw invalidField(
      "selection_id",
      "selection_expired",
      "the selection has expired. Search again."
    )
  }
  return selection
}

/** What staff confirmed of a selection: customers, and single orders and carts. */
export const readConfirmed = async (
  connection: Connection,
  selectionId: string | undefined
): Promise<{ customers: string[]; orders: string[] }> => {
  if (selectionId === undefined) return { customers: [], orders: [] }
  const selection = await findSelection(connection, selectionId)
  if (selection.status !== "confirmed") {
    throw invalidField(
      "selection_id",
      "selection_not_confirmed",
      "nobody has confirmed which rows are the person's."
    )
  }
  const customers = new Set(selection.customer_ids)
  return {
    customers: selection.confirmed_ids.filter((id) => customers.has(id)),
    orders: selection.confirmed_ids.filter((id) => !customers.has(id)),
  }
}
