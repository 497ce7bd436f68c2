import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceVerificationResponse } from "../../../../../types/http"
import { verifyInvoiceSeries } from "../../../../../workflows/invoice"

/**
 * `{ series: [{ kind, prefix, checked, released, first_break, head }] }`: reads every number and names, per series, the
 * first that is not as it was sealed. `head` is the digest of the last number: kept elsewhere, it proves the rest.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminInvoiceVerificationResponse>
): Promise<void> => {
  res.json({ series: await verifyInvoiceSeries(req.scope) })
}
