import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminFulfilSubjectRequestResponse } from "../../../../../../types/http"
import { fulfilRequest } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { FulfilmentBody } from "../../validators"

/**
 * `{ request, outcome, ticket }`: the request is carried out by the domain that owns its effect. Pressed again it answers what
 * was brought about. `ticket` is one of `GET /admin/privacy/exports/:ticket`, for access and portability. 404, 400 naming
 * the field, 403 without the permission of the effect, 409 `not_now` before it is known who asks, `ended` after a refusal.
 */
export const POST = answerConflictsOfStaff<FulfilmentBody>(
  async (req, res: MedusaResponse<AdminFulfilSubjectRequestResponse>) => {
    res.set("Cache-Control", "no-store")
    res.json(
      await fulfilRequest(req.scope, {
        id: req.params.id ?? "",
        body: req.validatedBody,
        actor: req.auth_context.actor_id,
      })
    )
  }
)
