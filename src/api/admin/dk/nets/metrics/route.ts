import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNetsMetricsResponse } from "../../../../../types/http"
import { readNetsMetrics } from "../../../../../workflows/nets"

/** `{ metrics }`: whether inbox and sweep keep up, in seconds, and how much waits for staff. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNetsMetricsResponse>
): Promise<void> => {
  res.json({ metrics: await readNetsMetrics(req.scope) })
}
