import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecipientTaskResponse } from "../../../../../../../types/http"
import { actOnTask } from "../../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../../_shared/answer-conflicts"

/** `{ task }`: the recipient has done it. 404. */
export const POST = answerConflictsOfStaff<unknown>(
  async (req, res: MedusaResponse<AdminRecipientTaskResponse>) => {
    const { id = "" } = req.params
    const task = await actOnTask(req.scope, {
      ...{ id, action: "confirm", actor: req.auth_context.actor_id },
    })
    res.json({ task })
  }
)
