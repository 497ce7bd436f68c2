import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachTipResponse } from "../../../../../../types/http"
import { dismissReport } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/** `{ breach_report }`: nothing is to be done about it. 404, 409 `decided_already`. */
export const POST = answerConflictsOfStaff(
  async (req, res: MedusaResponse<AdminBreachTipResponse>) => {
    const breach_report = await dismissReport(req.scope, {
      id: req.params.id ?? "",
      actor: req.auth_context.actor_id,
    })
    res.json({ breach_report })
  }
)
