import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminLetterPreviewResponse } from "../../../../../../../types/http"
import { previewLetter } from "../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../_shared/answer-conflicts"
import type { LetterPreviewBody } from "../../../validators"

/** `{ preview }`: the letter a decision would owe. Nothing is written. 404, 409 when the decision is not possible now. */
export const POST = answerConflictsOfStaff<LetterPreviewBody>(
  async (req, res: MedusaResponse<AdminLetterPreviewResponse>) => {
    const { reason, event } = req.validatedBody
    const preview = await previewLetter(req.scope, req.params.id ?? "", {
      event,
      reason: reason ?? null,
    })
    res.json({ preview })
  }
)
