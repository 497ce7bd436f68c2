import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachListResponse, AdminBreachResponse } from "../../../../types/http"
import { findCases, openCase } from "../../../../workflows/breach"
import { answerConflictsOfStaff } from "../../../_shared/answer-conflicts"
import type { BreachListQuery, OpenBreachBody } from "./validators"

/** `{ breaches, count, offset, limit }`, open ones and the nearest deadline first unless `order` says else; filters `state`, `is_drill` and `q`. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, BreachListQuery>,
  res: MedusaResponse<AdminBreachListResponse>
): Promise<void> => {
  res.json(await findCases(req.scope, req.validatedQuery))
}

/**
 * 201 `{ breach }`: a case with what is known so far (GDPR Art. 33(5)). 400 naming the field; 404 and 409 `decided_already` of
 * the customer's report it came from.
 */
export const POST = answerConflictsOfStaff<OpenBreachBody>(
  async (req, res: MedusaResponse<AdminBreachResponse>) => {
    const input = { ...req.validatedBody, actor: req.auth_context.actor_id }
    res.status(201).json({ breach: await openCase(req.scope, input) })
  }
)
