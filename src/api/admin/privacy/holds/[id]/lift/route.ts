import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminHoldResponse } from "../../../../../../types/http"
import { endHold } from "../../../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/** `{ hold }`, lifted: planned erasures go on by themselves. 409 `hold_lifted`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminHoldResponse>
  ): Promise<void> => {
    res.json({ hold: await endHold(req.scope, req.params.id ?? "", req.auth_context.actor_id) })
  }
)
