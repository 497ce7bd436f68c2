import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsReceiptListResponse } from "../../../../../types/http"
import { listNetsReceipts } from "../../../../../workflows/nets"
import type { NetsReceiptListQuery } from "./validators"

/** `{ receipts, count, offset, limit }`: webhooks that arrived and what came of them, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, NetsReceiptListQuery>,
  res: MedusaResponse<AdminNetsReceiptListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listNetsReceipts(req.scope, req.validatedQuery)), offset, limit })
}
