import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFullScanResponse } from "../../../../../types/http"
import { getFullScan } from "../../../../../workflows/personal-data"

/** `{ scan }`: how far it has come, and what it found. 404 for an unknown id. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminFullScanResponse>
): Promise<void> => {
  res.json({ scan: await getFullScan(req.scope, req.params.id ?? "") })
}
