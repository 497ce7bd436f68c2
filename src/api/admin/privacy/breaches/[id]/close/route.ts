import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { CloseBody } from "../../validators"

/** `{ breach }`: the closing review. 400, 404, 409 with the word of what is owed, as in `open_duties`, or `closed`. */
export const POST = answerConflictsOfStaff<CloseBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "closed", ...req.validatedBody },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
