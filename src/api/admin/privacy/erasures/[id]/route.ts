import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { getErasure } from "../../../../../workflows/personal-data"

/** `{ erasure }`. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ erasure: await getErasure(req.scope, req.params.id ?? "") })
}
