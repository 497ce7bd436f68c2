import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFindingResponse } from "../../../../../../types/http"
import { dismissFindingOf } from "../../../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/** `{ finding }`, dismissed: not asked about again while the text stays the same. 409 `finding_resolved`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminFindingResponse>
  ): Promise<void> => {
    const { actor_id: by } = req.auth_context
    res.json({ finding: await dismissFindingOf(req.scope, req.params.id ?? "", by) })
  }
)
