import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSelectionResponse } from "../../../../../types/http"
import { confirmSelectionOf, getSelection } from "../../../../../workflows/personal-data"
import type { ConfirmSelectionBody } from "../validators"

/** `{ selection }` with its rows as they are now. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminSelectionResponse>
): Promise<void> => {
  res.set("Cache-Control", "no-store")
  res.json({ selection: await getSelection(req.scope, req.params.id ?? "") })
}

/** `{ selection }`, confirmed: from now on `selection_id` can be exported and erased. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ConfirmSelectionBody>,
  res: MedusaResponse<AdminSelectionResponse>
): Promise<void> => {
  const { confirmed_ids } = req.validatedBody
  res.set("Cache-Control", "no-store")
  res.json({ selection: await confirmSelectionOf(req.scope, req.params.id ?? "", confirmed_ids) })
}
