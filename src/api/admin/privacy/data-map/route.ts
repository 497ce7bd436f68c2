import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminDataMapResponse } from "../../../../types/http"
import { readDataMap } from "../../../../workflows/personal-data"

/** `{ data_map }`: every table with its columns, where values come from, why they are kept, what erasure does. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminDataMapResponse>
): Promise<void> => {
  res.json({ data_map: await readDataMap(req.scope) })
}
