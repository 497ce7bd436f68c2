import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readDrift } from "../../../../../workflows/personal-data"

/** `{ drift: { unclassified, missing } }`: the database against the map. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ drift: await readDrift(req.scope) })
}
