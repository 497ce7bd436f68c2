import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminSubjectRequestResponse } from "../../../../../../types/http"
import { changeRequest, confirmIdentityByCode } from "../../../../../../workflows/subject-request"
import { answerConflictsOfStaff } from "../../../../../_shared/answer-conflicts"
import type { IdentityBody } from "../../validators"

/**
 * `{ request }`: the shop knows who asks, and how; with the proof `spoken_code` the code that was read back. 400 naming `code`,
 * 404, 409 when that is not possible now.
 */
export const POST = answerConflictsOfStaff<IdentityBody>(
  async (req, res: MedusaResponse<AdminSubjectRequestResponse>) => {
    const { proof, code } = req.validatedBody
    const by = { id: req.params.id ?? "", actor: req.auth_context.actor_id }
    const event = { type: "identity_confirmed", proof } as const
    const request =
      code === undefined
        ? await changeRequest(req.scope, { ...by, event })
        : await confirmIdentityByCode(req.scope, { ...by, code })
    res.json({ request })
  }
)
