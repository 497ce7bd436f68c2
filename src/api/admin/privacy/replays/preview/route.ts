import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReplayPreviewResponse } from "../../../../../types/http"
import { previewReplayOf } from "../../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"

/** `{ preview }`: what a replay would erase again and what would wait. Nothing is changed. 409 `ledger_unreachable`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminReplayPreviewResponse>
  ): Promise<void> => {
    res.json({ preview: await previewReplayOf(req.scope) })
  }
)
