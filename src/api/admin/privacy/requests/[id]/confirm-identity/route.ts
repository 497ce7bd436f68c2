import { changeRequest } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { IdentityBody } from "../../validators"

/** `{ request }`: the shop knows who asks, and how. 404, 409 when that is not possible now. */
export const POST = answerConflictsOfStaff<IdentityBody>(async (req, res) => {
  const { proof } = req.validatedBody
  const request = await changeRequest(req.scope, {
    id: req.params.id ?? "",
    event: { type: "identity_confirmed", proof },
    actor: req.auth_context.actor_id,
  })
  res.json({ request })
})
