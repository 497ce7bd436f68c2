import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSweepPreviewResponse } from "../../../../../types/http"
import { previewSweepOf } from "../../../../../workflows/personal-data"

/**
 * `{ preview: { rules, is_whole, is_stopped } }`: what a sweep would erase now and what would wait, and why. Nothing is
 * written. After 20 seconds it answers what it has, with `is_whole` false.
 */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSweepPreviewResponse>
): Promise<void> => {
  res.json({ preview: await previewSweepOf(req.scope) })
}
