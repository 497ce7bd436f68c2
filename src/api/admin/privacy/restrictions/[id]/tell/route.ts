import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminRestrictionToldResponse } from "../../../../../../types/http"
import { tellOfLifting } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { TellBody } from "../../validators"

/**
 * `{ told_at }`: the person has been told by mail that the restriction will be lifted, and why (Art. 18(3)); then
 * `POST …/:id/lift` with that moment. Pressed again it is the same mail. 404; 400 naming `reason`; 409 `restriction_lifted`, or
 * `no_email`, `no_mail_provider`, `mail_refused`, `mail_interrupted` when staff has to tell the person another way.
 */
export const POST = answerConflictsOfStaff<TellBody>(
  async (req, res: MedusaResponse<AdminRestrictionToldResponse>) => {
    res.json(await tellOfLifting(req.scope, { id: req.params.id ?? "", ...req.validatedBody }))
  }
)
