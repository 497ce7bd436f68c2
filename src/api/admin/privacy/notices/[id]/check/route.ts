import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeCheckResponse } from "../../../../../../types/http"
import { checkNotice } from "../../../../../../workflows/consent"

/**
 * `{ check, known }`: what a privacy policy declares, held against the map of personal data and the record of processing. 400
 * naming `id` for another kind of text.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNoticeCheckResponse>
): Promise<void> => {
  res.json(await checkNotice(req.scope, req.params.id ?? ""))
}
