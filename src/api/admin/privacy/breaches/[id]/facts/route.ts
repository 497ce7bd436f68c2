import { changeCase } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { FactsBody } from "../../validators"

/** `{ breach }`: all that is known, as a new version. 400 naming the field, 404, 409 `closed`. */
export const POST = answerConflictsOfStaff<FactsBody>(async (req, res) => {
  const breach = await changeCase(req.scope, {
    id: req.params.id ?? "",
    event: { type: "described", facts: req.validatedBody },
    actor: req.auth_context.actor_id,
  })
  res.json({ breach })
})
