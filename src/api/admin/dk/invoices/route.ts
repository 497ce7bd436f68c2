import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminInvoiceListResponse } from "../../../../types/http"
import { listInvoices, withDeliveryStates } from "../../../../workflows/invoice"
import type { InvoiceListQuery } from "./validators"

/** `{ invoices, count, offset, limit }`: issued documents with `delivery: { einvoice, email }`, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, InvoiceListQuery>,
  res: MedusaResponse<AdminInvoiceListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  const { invoices, count } = await listInvoices(req.scope, req.validatedQuery)
  res.json({ invoices: await withDeliveryStates(req.scope, invoices), count, offset, limit })
}
