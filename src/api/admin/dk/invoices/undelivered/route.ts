import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminUndeliveredInvoicesResponse } from "../../../../../types/http"
import { listUndelivered } from "../../../../../workflows/invoice"

/**
 * `{ undelivered: [{ id, invoice_id, order_id, number, channel, state, outcome, problems }] }`: documents that have not
 * reached their buyer and will not by themselves; the oldest first, a hundred at most.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminUndeliveredInvoicesResponse>
): Promise<void> => {
  res.json({ undelivered: await listUndelivered(req.scope) })
}
