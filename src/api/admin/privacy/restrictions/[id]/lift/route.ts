import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRestrictionResponse } from "../../../../../../types/http"
import { endRestriction } from "../../../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { LiftBody } from "../../validators"

/**
 * `{ restriction }`, lifted: who, why, and when the person was told before (Art. 18(3)). 400 naming `reason` or
 * `told_at`; 409 `restriction_lifted`.
 */
export const POST = answerConflictsOfStaff<LiftBody>(
  async (req, res: MedusaResponse<AdminRestrictionResponse>) => {
    const { reason, told_at: toldAt } = req.validatedBody
    const restriction = await endRestriction(req.scope, {
      id: req.params.id ?? "",
      liftedBy: req.auth_context.actor_id,
      reason,
      toldAt: new Date(toldAt),
    })
    res.json({ restriction })
  }
)
