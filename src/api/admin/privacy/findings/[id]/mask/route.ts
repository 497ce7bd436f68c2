import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminFindingResponse } from "../../../../../../types/http"
import { maskFindingOf } from "../../../../../../workflows/access"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/** `{ finding }`, resolved: the number is taken out where it stood. 409 `finding_sealed`, `finding_resolved`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminFindingResponse>
  ): Promise<void> => {
    const { actor_id: by } = req.auth_context
    res.json({ finding: await maskFindingOf(req.scope, req.params.id ?? "", by) })
  }
)
