import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestCode } from "../../../../../../types/http"
import { makeCodeOf } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/**
 * 201 `{ code, expires_at }`: eight digits to tell the person where they are known to be reached, shown once. One before it
 * works no more. 404, 409 when identity is not in question.
 */
export const POST = answerConflictsOfStaff(
  async (req, res: MedusaResponse<AdminSubjectRequestCode>) => {
    const code = await makeCodeOf(req.scope, req.params.id ?? "")
    res.status(201).set("Cache-Control", "no-store").json(code)
  }
)
