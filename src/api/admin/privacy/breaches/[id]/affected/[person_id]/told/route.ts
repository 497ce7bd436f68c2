import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachResponse } from "../../../../../../../../types/http"
import { tellByHand } from "../../../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../../../_shared/answer-conflicts"
import type { ToldBody } from "../../validators"

/**
 * `{ breach }`: staff called the person or wrote to them, or could not reach them. 404, 400 `outcome`, 409 `told_already`,
 * `being_told` while a notice is on its way.
 */
export const POST = answerConflictsOfStaff<ToldBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const { id: breachId = "", person_id: personId = "" } = req.params
    const told = { breachId, personId, by: req.auth_context.actor_id }
    res.json({ breach: await tellByHand(req.scope, { ...told, ...req.validatedBody }) })
  }
)
