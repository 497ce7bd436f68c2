import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminArchiveResponse, AdminEarlierOrderListResponse } from "../../../../types/http"
import { archiveEarlierOrders, listEarlierOrders } from "../../../../workflows/invoice"
import type { ArchiveBody, EarlierOrderQuery } from "./validators"

/**
 * `{ earlier_orders, count, offset, limit }`: orders from before the plugin looked after invoices, with whether money was taken
 * and what stands for them. `is_captured` and `is_covered` filter.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, EarlierOrderQuery>,
  res: MedusaResponse<AdminEarlierOrderListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listEarlierOrders(req.scope, req.validatedQuery)), offset, limit })
}

/**
 * `{ dry_run?, after?, limit? }` → `{ dry_run, orders: [{ order_id, order_number, copies, missing, failed }], next }`: keeps sealed
 * copies, without a number, of a batch of paid earlier orders that no number stands for. Send `next` as `after` until it is null.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<ArchiveBody>,
  res: MedusaResponse<AdminArchiveResponse>
): Promise<void> => {
  const { dry_run: isDryRun, after, limit } = req.validatedBody
  const sealedBy = req.auth_context.actor_id
  const batch = await archiveEarlierOrders(req.scope, { isDryRun, after, limit, sealedBy })
  res.json({ dry_run: isDryRun, ...batch })
}
