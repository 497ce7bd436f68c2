import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminUnpaidInvoicesResponse } from "../../../../types/http"
import { listUnpaidInvoices } from "../../../../workflows/invoice"
import type { UnpaidListQuery } from "./validators"

/** `{ unpaid_invoices, owed, count, offset, limit }`: bought on invoice and not paid, overdue first; whole minor units. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, UnpaidListQuery>,
  res: MedusaResponse<AdminUnpaidInvoicesResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listUnpaidInvoices(req.scope, { limit, offset })), offset, limit })
}
