import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../../types/http"
import { changeRequest } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { ReasonBody } from "../../validators"

/** `{ request }`: the clock stands still; 400 `pausing_is_off` unless the store allows it. 404, 409 when that is not possible now. */
export const POST = answerConflictsOfStaff<ReasonBody>(
  async (req, res: MedusaResponse<AdminSubjectRequestResponse>) => {
    const { reason } = req.validatedBody
    const request = await changeRequest(req.scope, {
      id: req.params.id ?? "",
      event: { type: "paused" },
      actor: req.auth_context.actor_id,
      reason,
    })
    res.json({ request })
  }
)
