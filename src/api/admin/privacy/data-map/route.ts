import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readDataMap } from "../../../../workflows/personal-data"

/** `{ data_map }`: every table with its columns, where values come from, why they are kept, what erasure does. */
export const GET = (_req: AuthenticatedMedusaRequest, res: MedusaResponse): void => {
  res.json({ data_map: readDataMap() })
}
