import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminSweepPreviewResponse } from "../../../../../types/http"
import { previewSweepOf } from "../../../../../workflows/personal-data"

/** `{ preview: { rules } }`: what a sweep would erase now and what would wait, and why. Nothing is written. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminSweepPreviewResponse>
): Promise<void> => {
  res.json({ preview: { rules: await previewSweepOf(req.scope) } })
}
