import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestLettersResponse } from "../../../../../../../../types/http"
import { markLetterSent } from "../../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../../_shared/answer-conflicts"

/** `{ letters, has_mail_provider }`: staff sent the letter. 404, 409 `letter_sent` and `letter_being_sent`. */
export const POST = answerConflictsOfStaff(
  async (req, res: MedusaResponse<AdminSubjectRequestLettersResponse>) => {
    const { id = "", letter_id: letterId = "" } = req.params
    const by = req.auth_context.actor_id
    res.json(await markLetterSent(req.scope, { requestId: id, id: letterId, by }))
  }
)
