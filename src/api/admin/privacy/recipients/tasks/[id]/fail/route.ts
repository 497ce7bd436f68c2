import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecipientTaskResponse } from "../../../../../../../types/http"
import { actOnTask } from "../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../_shared/answer-conflicts"

/** `{ task }`: it did not arrive, or was not done; `send` tries again. 404, 409 `confirmed_already`. */
export const POST = answerConflictsOfStaff<unknown>(
  async (req, res: MedusaResponse<AdminRecipientTaskResponse>) => {
    const { id = "" } = req.params
    const task = await actOnTask(req.scope, {
      ...{ id, action: "fail", actor: req.auth_context.actor_id },
    })
    res.json({ task })
  }
)
