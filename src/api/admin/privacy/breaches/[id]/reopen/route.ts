import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { ReasoningBody } from "../../validators"

/** `{ breach }`: a closed case is looked at again. 400, 404, 409 `not_closed`. */
export const POST = answerConflictsOfStaff<ReasoningBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "reopened", ...req.validatedBody },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
