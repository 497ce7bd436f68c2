import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { PhaseBody } from "../../validators"

/** `{ breach }`: what was reported to the authority is kept as it was known then (GDPR Art. 33(4)). 400 naming the field, `delay_reasons` when it was late; 404; 409 `closed` or `not_aware`. */
export const POST = answerConflictsOfStaff<PhaseBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "reported", ...req.validatedBody },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
