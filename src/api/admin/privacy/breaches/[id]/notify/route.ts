import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../types/http"
import { startNotices } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"

/**
 * `{ breach }`: everybody affected whom nobody has told is told from now on, one by one, beginning at once; again for those added since. 404, 409
 * `closed`, `no_notice`, `not_assessed`, `notice_incomplete` (GDPR Art. 34(2)), `nobody_affected`.
 */
export const POST = answerConflictsOfStaff(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const actor = req.auth_context.actor_id
    res.json({ breach: await startNotices(req.scope, { id: req.params.id ?? "", actor }) })
  }
)
