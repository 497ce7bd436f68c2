import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceRequestListResponse } from "../../../../types/http"
import { listInvoiceRequests } from "../../../../workflows/invoice"
import type { InvoiceRequestListQuery } from "./validators"

/**
 * `{ invoice_requests, count, offset, limit, mode }`: what the shop's bookkeeping system is asked for, those that wait longest
 * first. `mode` is who invoices the orders that are placed today.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, InvoiceRequestListQuery>,
  res: MedusaResponse<AdminInvoiceRequestListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listInvoiceRequests(req.scope, req.validatedQuery)), offset, limit })
}
