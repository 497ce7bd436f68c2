import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminKeptUntilResponse } from "../../../../../types/http"
import { listKeptUntil } from "../../../../../workflows/invoice"

/** `{ kept: [{ month, count }] }`: how many documents are kept through which month, the earliest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminKeptUntilResponse>
): Promise<void> => {
  res.json({ kept: await listKeptUntil(req.scope) })
}
