import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../../types/http"
import { changeRequest } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { RefusalBody } from "../../validators"

/** `{ request }`: refused, on a ground and with reasons (Art. 12(4)-(5)). 404, 409 when that is not possible now. */
export const POST = answerConflictsOfStaff<RefusalBody>(
  async (req, res: MedusaResponse<AdminSubjectRequestResponse>) => {
    const { ground, reason } = req.validatedBody
    const request = await changeRequest(req.scope, {
      id: req.params.id ?? "",
      event: { type: "refused", ground },
      actor: req.auth_context.actor_id,
      reason,
    })
    res.json({ request })
  }
)
