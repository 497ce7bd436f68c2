import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readNetsMetrics } from "../../../../../workflows/nets"

/** `{ metrics }`: whether inbox and sweep keep up, in seconds, and how much waits for staff. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ metrics: await readNetsMetrics(req.scope) })
}
