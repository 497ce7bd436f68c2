import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminArchiveCopyListResponse } from "../../../../../types/http"
import { listArchiveCopies } from "../../../../../workflows/invoice"

/** `{ archive_copies }`: what is kept of an order from before the plugin, the oldest first. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminArchiveCopyListResponse>
): Promise<void> => {
  res.json({ archive_copies: await listArchiveCopies(req.scope, req.params.id ?? "") })
}
