import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../../types/http"
import { changeRequest } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { ReasonBody } from "../../validators"

/** `{ request }`: the person no longer asks for it. 404, 409 when that is not possible now. */
export const POST = answerConflictsOfStaff<ReasonBody>(
  async (req, res: MedusaResponse<AdminSubjectRequestResponse>) => {
    const { reason } = req.validatedBody
    const request = await changeRequest(req.scope, {
      id: req.params.id ?? "",
      event: { type: "withdrawn" },
      actor: req.auth_context.actor_id,
      reason,
    })
    res.json({ request })
  }
)
