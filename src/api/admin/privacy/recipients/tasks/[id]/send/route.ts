import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecipientTaskResponse } from "../../../../../../../types/http"
import { actOnTask } from "../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../_shared/answer-conflicts"

/**
 * `{ task }`: mailed where the recipient has an e-mail, else staff has told it by hand. 404; 409 `confirmed_already`, `being_sent`,
 * `mail_refused`, and `mail_interrupted` when nobody knows whether it left.
 */
export const POST = answerConflictsOfStaff<unknown>(
  async (req, res: MedusaResponse<AdminRecipientTaskResponse>) => {
    const { id = "" } = req.params
    const task = await actOnTask(req.scope, {
      ...{ id, action: "send", actor: req.auth_context.actor_id },
    })
    res.json({ task })
  }
)
