import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminParkedResponse } from "../../../../../../types/http"
import { retryParked } from "../../../../../../workflows/personal-data"

/** `{ parked }`: the next sweep tries it again, as often as at first. 404. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminParkedResponse>
): Promise<void> => {
  res.json({ parked: await retryParked(req.scope, req.params.id ?? "") })
}
