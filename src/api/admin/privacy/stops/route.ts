import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminStopListResponse, AdminStopResponse } from "../../../../types/http"
import { addStop, listStops } from "../../../../workflows/personal-data"
import type { StopBody, StopListQuery } from "./validators"

/** `{ stops, count, offset, limit }`, newest first; filter `active`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, StopListQuery>,
  res: MedusaResponse<AdminStopListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listStops(req.scope, req.validatedQuery)), offset, limit })
}

/**
 * 201 `{ stop }`: until its last day nothing is erased, neither what is past its term, invoices included, nor what people
 * asked for; that waits as planned. 400 naming the field.
 */
export const POST = async (
  req: AuthenticatedMedusaRequest<StopBody>,
  res: MedusaResponse<AdminStopResponse>
): Promise<void> => {
  const input = { ...req.validatedBody, created_by: req.auth_context.actor_id }
  res.status(201).json({ stop: await addStop(req.scope, input) })
}
