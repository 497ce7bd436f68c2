import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminStopResponse } from "../../../../../../types/http"
import { endStop } from "../../../../../../workflows/personal-data"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { LiftStopBody } from "../../validators"

/** `{ stop }`, lifted, with who and why: what waited goes on by itself. 409 `stop_lifted`. */
export const POST = answerConflictsOfStaff<LiftStopBody>(
  async (req, res: MedusaResponse<AdminStopResponse>) => {
    const stop = await endStop(req.scope, {
      id: req.params.id ?? "",
      liftedBy: req.auth_context.actor_id,
      reason: req.validatedBody.reason,
    })
    res.json({ stop })
  }
)
