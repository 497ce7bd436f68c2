import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { ReasoningBody } from "../../validators"

/** `{ breach }`: looked into, and no breach after all. 400, 404, 409 `closed`. */
export const POST = answerConflictsOfStaff<ReasoningBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "ruled_out", ...req.validatedBody },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
