import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceResponse } from "../../../../../types/http"
import { findInvoice } from "../../../../../workflows/invoice"

/** `{ invoice }` with the sealed document; after its release `document` is null. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminInvoiceResponse>
): Promise<void> => {
  res.json({ invoice: await findInvoice(req.scope, req.params.id ?? "") })
}
