import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminHoldListResponse, AdminHoldResponse } from "../../../../types/http"
import { addHold, listHolds } from "../../../../workflows/personal-data"
import type { HoldBody, HoldListQuery } from "./validators"

/** `{ holds, count, offset, limit }`, newest first; filters `customer_id`, `order_id` and `active`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, HoldListQuery>,
  res: MedusaResponse<AdminHoldListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listHolds(req.scope, req.validatedQuery)), offset, limit })
}

/** 201 `{ hold }`: from now on the person, or the order, waits. 400 naming the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<HoldBody>,
  res: MedusaResponse<AdminHoldResponse>
): Promise<void> => {
  const { actor_id: createdBy } = req.auth_context
  const hold = await addHold(req.scope, { ...req.validatedBody, created_by: createdBy })
  res.status(201).json({ hold })
}
