import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceRequestResponse } from "../../../../../types/http"
import { findInvoiceRequest } from "../../../../../workflows/invoice"

/**
 * `{ invoice_request }` with the neutral `document` for the shop's bookkeeping system: amounts in øre, without number and day
 * of issue. `document` is null once the order's numbers have been released.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminInvoiceRequestResponse>
): Promise<void> => {
  res.json({ invoice_request: await findInvoiceRequest(req.scope, req.params.id ?? "") })
}
