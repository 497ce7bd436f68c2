import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listInvoices } from "../../../../workflows/invoice"
import type { InvoiceListQuery } from "./validators"

/** `{ invoices, count, offset, limit }`: issued documents, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, InvoiceListQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listInvoices(req.scope, req.validatedQuery)), offset, limit })
}
