import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDriftResponse } from "../../../../../types/http"
import { readDrift } from "../../../../../workflows/personal-data"

/** `{ drift: { unclassified, missing, tables, columns } }`: the whole database against the map. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDriftResponse>
): Promise<void> => {
  res.json({ drift: await readDrift(req.scope) })
}
