import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { carriesPeople } from "../../../../../../modules/access"
import type { AdminAffectedListResponse, AdminAffectedResponse } from "../../../../../../types/http"
import { emptyAffected, findAffected, selectAffected } from "../../../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { AffectedBody, AffectedListQuery } from "./validators"

/**
 * `{ people, count, offset, limit }`: those affected, protected addresses first, with where they are reached now; no addresses,
 * and no phone of whose address is protected. `state`: `told`, `untold`, `waiting` (for a notice to be sent). 404.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AffectedListQuery>,
  res: MedusaResponse<AdminAffectedListResponse>
): Promise<void> => {
  const answer = await findAffected(req.scope, req.params.id ?? "", req.validatedQuery)
  // A name that stands on a kept invoice only is nobody's field.
  carriesPeople(
    req,
    answer.people.map((person) => person.customer_id ?? person.order_id ?? person.id)
  )
  res.json(answer)
}

/** `{ added, breach }`: everybody the query finds is affected; who is on the list stays once. 404, 400, 409 `closed`. */
export const POST = answerConflictsOfStaff<AffectedBody>(
  async (req, res: MedusaResponse<AdminAffectedResponse>) => {
    const asked = { id: req.params.id ?? "", query: req.validatedBody }
    res.json(await selectAffected(req.scope, { ...asked, actor: req.auth_context.actor_id }))
  }
)

/** `{ added: 0, breach }`: the list is empty again. 404, 409 `closed`, `notices_started` once anybody is told or owed a notice. */
export const DELETE = answerConflictsOfStaff(
  async (req, res: MedusaResponse<AdminAffectedResponse>) => {
    const actor = req.auth_context.actor_id
    res.json(await emptyAffected(req.scope, { id: req.params.id ?? "", actor }))
  }
)
