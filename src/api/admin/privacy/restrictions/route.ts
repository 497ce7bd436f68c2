import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminRestrictionListResponse, AdminRestrictionResponse } from "../../../../types/http"
import { addRestriction, listRestrictions } from "../../../../workflows/personal-data"
import type { RestrictionBody, RestrictionListQuery } from "./validators"

/** `{ restrictions, count, offset, limit }`, newest first; filters `customer_id`, `order_id` and `active`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, RestrictionListQuery>,
  res: MedusaResponse<AdminRestrictionListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listRestrictions(req.scope, req.validatedQuery)), offset, limit })
}

/** 201 `{ restriction }`: the person's data is only stored (GDPR Art. 18). 400 naming the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<RestrictionBody>,
  res: MedusaResponse<AdminRestrictionResponse>
): Promise<void> => {
  const { actor_id: createdBy } = req.auth_context
  const input = { ...req.validatedBody, created_by: createdBy }
  res.status(201).json({ restriction: await addRestriction(req.scope, input) })
}
