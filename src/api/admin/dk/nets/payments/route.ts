import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsPaymentListResponse } from "../../../../../types/http"
import { listNetsPayments } from "../../../../../workflows/nets"
import type { NetsPaymentListQuery } from "./validators"

/**
 * `{ payments, count, offset, limit }`: payments as last seen at Nets, those with problems first. Amounts are minor
 * units; instants are UTC.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, NetsPaymentListQuery>,
  res: MedusaResponse<AdminNetsPaymentListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listNetsPayments(req.scope, req.validatedQuery)), offset, limit })
}
