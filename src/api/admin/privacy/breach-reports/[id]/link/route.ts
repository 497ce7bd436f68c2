import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachTipResponse } from "../../../../../../types/http"
import { linkReport } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { LinkBody } from "../../validators"

/** `{ breach_report }`: it belongs to the case `breach_id`. 404, 400 naming the field, 409 `decided_already`. */
export const POST = answerConflictsOfStaff<LinkBody>(
  async (req, res: MedusaResponse<AdminBreachTipResponse>) => {
    const breach_report = await linkReport(req.scope, {
      id: req.params.id ?? "",
      actor: req.auth_context.actor_id,
      breachId: req.validatedBody.breach_id,
    })
    res.json({ breach_report })
  }
)
