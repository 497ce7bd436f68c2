import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSweepResponse } from "../../../../../types/http"
import { getSweep } from "../../../../../workflows/personal-data"

/** `{ sweep }` with what it did so far, per rule. 404. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSweepResponse>
): Promise<void> => {
  res.json({ sweep: await getSweep(req.scope, req.params.id ?? "") })
}
