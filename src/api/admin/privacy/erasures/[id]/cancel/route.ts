import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminReadErasureResponse } from "../../../../../../types/http"
import { cancelErasureOf } from "../../../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/** `{ erasure }`, cancelled; nothing was erased yet. 409 `erasure_started` or `erasure_cancelled`. */
export const POST = answerConflictsOfStaff(
  async (
    req: AuthenticatedMedusaRequest,
    res: MedusaResponse<AdminReadErasureResponse>
  ): Promise<void> => {
    const { actor_id } = req.auth_context
    res.json({ erasure: await cancelErasureOf(req.scope, req.params.id ?? "", actor_id) })
  }
)
