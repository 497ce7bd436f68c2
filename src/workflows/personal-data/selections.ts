import type { MedusaContainer } from "@medusajs/framework/types"
import type { SelectionQuery } from "../../modules/personal-data/engine/find-selection"
import {
  confirmSelection,
  createSelection,
  readSelection,
  removeExpiredSelections,
} from "../../modules/personal-data/engine/selections"
import type { ShownSelection } from "../../modules/personal-data/engine/selections"
import { postgres } from "../../shared/postgres"
import type { AdminCreateSelection, AdminSelection } from "../../types/http"

const toSelection = ({ selection, rows }: ShownSelection): AdminSelection => ({
  id: selection.id,
  status: selection.status,
  rows,
  created_by: selection.created_by,
  created_at: selection.created_at.toISOString(),
  expires_at: selection.expires_at.toISOString(),
})

type Request = { [Field in keyof AdminCreateSelection]: AdminCreateSelection[Field] | undefined }

const toQuery = ({
  order_number,
  invoice_number,
  phone,
  name,
  postal_code,
}: Request): SelectionQuery => {
  if (order_number !== undefined) return { way: "order_number", number: order_number }
  if (invoice_number !== undefined) return { way: "invoice_number", number: invoice_number }
  if (phone !== undefined) return { way: "phone", phone }
  return { way: "name_and_postal_code", name: name ?? "", postalCode: postal_code ?? "" }
}

/**
 * Searches for the person of a letter or call. What was typed is not kept.
 * Throws invalid_data naming the field, `too_many_rows` for more than 200.
 */
export const createSelectionOf = async (
  container: MedusaContainer,
  input: Request,
  createdBy: string
): Promise<AdminSelection> =>
  toSelection(await createSelection(postgres(container), toQuery(input), createdBy))

/** A selection with its rows as they are now. Throws not_found, and invalid_data once it has expired. */
export const getSelection = async (
  container: MedusaContainer,
  id: string
): Promise<AdminSelection> => toSelection(await readSelection(postgres(container), id))

/** Records which rows are the person's. Throws invalid_data `confirmed_ids`. */
export const confirmSelectionOf = async (
  container: MedusaContainer,
  id: string,
  confirmedIds: readonly string[]
): Promise<AdminSelection> =>
  toSelection(await confirmSelection(postgres(container), id, confirmedIds))

/** Removes selections that have expired. */
export const removeOldSelections = (container: MedusaContainer): Promise<void> =>
  removeExpiredSelections(postgres(container))
