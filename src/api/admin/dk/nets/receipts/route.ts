import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { NetsReceiptListQuery } from "./validators"

/** `{ receipts, count, offset, limit }`: webhooks that arrived and what came of them, newest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, NetsReceiptListQuery>,
  res: MedusaResponse
): Promise<void> => {
  const { limit, offset, session_id: sessionId, event, state } = req.validatedQuery
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data: receipts, metadata } = await query.graph({
    entity: "dk_nets_receipt",
    fields: ["*"],
    filters: {
      ...(sessionId !== undefined && { session_id: sessionId }),
      ...(event !== undefined && { event }),
      ...(state !== undefined && { done_at: state === "done" ? { $ne: null } : null }),
    },
    pagination: { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } },
  })
  res.json({ receipts, count: metadata?.count ?? 0, offset, limit })
}
