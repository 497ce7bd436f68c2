import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminAccessEventList } from "../../../../types/http"
import { listAccessEvents } from "../../../../workflows/access"
import type { AccessEventQuery } from "./validators"

/** `{ access_events, count, offset, limit, is_on }`, newest first unless `order` says else. Reading it is itself logged. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AccessEventQuery>,
  res: MedusaResponse<AdminAccessEventList>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listAccessEvents(req.scope, req.validatedQuery)), offset, limit })
}
