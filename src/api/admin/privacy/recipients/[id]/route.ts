import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRecipientResponse } from "../../../../../types/http"
import { changeRecipient } from "../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../_shared/answer-conflicts"
import type { RecipientChange } from "../validators"

/** `{ recipient }`: what is left out stays; `is_active: false` tells it nothing more. 404, 400 `safeguard`, 409 `name_taken`. */
export const POST = answerConflictsOfStaff<RecipientChange>(
  async (req, res: MedusaResponse<AdminRecipientResponse>) => {
    const { id = "" } = req.params
    res.json({ recipient: await changeRecipient(req.scope, id, req.validatedBody) })
  }
)
