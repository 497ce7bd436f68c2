import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { AssessBody } from "../../validators"

/** `{ breach }`: the risk with its reasoning, and the ground on which people need not be told (GDPR Art. 34(3)). 400 naming the field, 404, 409 `closed`. */
export const POST = answerConflictsOfStaff<AssessBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const breach = await changeCase(req.scope, {
      id: req.params.id ?? "",
      event: { type: "assessed", ...req.validatedBody },
      actor: req.auth_context.actor_id,
    })
    res.json({ breach })
  }
)
