import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../../types/http"
import { setSubjectOf } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { SubjectBody } from "../../validators"

/** `{ request }`: whom it is about; the last word counts until it is decided. 404, 400 `customer_id`, 409 once it is decided. */
export const POST = answerConflictsOfStaff<SubjectBody>(
  async (req, res: MedusaResponse<AdminSubjectRequestResponse>) => {
    const request = await setSubjectOf(req.scope, req.params.id ?? "", {
      subject: req.validatedBody,
      actor: req.auth_context.actor_id,
    })
    res.json({ request })
  }
)
