import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findHints } from "../../../../modules/consent/domain/find-hints"
import type { AdminNoticeHintsResponse } from "../../../../types/http"
import type { NoticeHintsBody } from "../notices/validators"

/** `{ hints }`: passages of a text that are perhaps untrue or void. Nothing is stored, and nothing is refused because of them. */
export const POST = (
  req: AuthenticatedMedusaRequest<NoticeHintsBody>,
  res: MedusaResponse<AdminNoticeHintsResponse>
): void => {
  res.json({ hints: findHints(req.validatedBody.body) })
}
