import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminLackingOrdersResponse } from "../../../../../types/http"
import { listLackingOrders } from "../../../../../workflows/invoice"

/**
 * `{ orders: [{ order_id, display_id, missing: [{ field, code }] }] }`: orders whose due document is held back, and by
 * what; the oldest first, a hundred at most.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminLackingOrdersResponse>
): Promise<void> => {
  res.json({ orders: await listLackingOrders(req.scope) })
}
