import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReplayResponse } from "../../../../../types/http"
import { getReplay } from "../../../../../workflows/personal-data"

/** `{ replay }` with its report once it is done. 404. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReplayResponse>
): Promise<void> => {
  res.json({ replay: await getReplay(req.scope, req.params.id ?? "") })
}
