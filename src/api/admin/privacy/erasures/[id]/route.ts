import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReadErasureResponse } from "../../../../../types/http"
import { getErasure } from "../../../../../workflows/personal-data"

/** `{ erasure }`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminReadErasureResponse>
): Promise<void> => {
  res.json({ erasure: await getErasure(req.scope, req.params.id ?? "") })
}
