import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { openOwnArchive, requireOwn } from "../../../../../../../workflows/subject-request"
import { answerConflicts } from "../../../../../../_shared/answer-conflicts"
import { sendArchive } from "../../../../../../_shared/send-archive"

/**
 * Streams a ZIP of all that is the account's, for its own `information`, `access` or `portability` request; nothing of it is
 * stored. Five times a request. 404 for another's; 409 `archive_not_ready`, `archive_used_up`; 429 with Retry-After.
 */
export const POST = answerConflicts<unknown, Record<string, unknown>, AuthenticatedMedusaRequest>(
  async (req, res: MedusaResponse) => {
    const id = req.params.id ?? ""
    const { actor_id: customerId } = req.auth_context
    // What is not the account's takes no place.
    await requireOwn(req.scope, id, customerId)
    await sendArchive(req, res, () => openOwnArchive(req.scope, id, customerId))
  }
)
