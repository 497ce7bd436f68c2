import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { followRequest, openArchive } from "../../../../../../workflows/subject-request"
import { answerConflicts } from "../../../../../_shared/answer-conflicts"
import { sendArchive } from "../../../../../_shared/send-archive"
import type { TokenBody } from "../../validators"

/**
 * Streams a ZIP of what was typed with the person's mailbox; nothing of it is stored. Five times a request. 404, one answer
 * for every token that does not work; 409 `archive_not_ready`, `archive_used_up`; 429 with Retry-After while two exports run.
 */
export const POST = answerConflicts<TokenBody>(
  async (req: MedusaRequest<TokenBody>, res: MedusaResponse) => {
    const { token } = req.validatedBody
    const id = req.params.id ?? ""
    // Whoever has no token takes no place.
    await followRequest(req.scope, id, token)
    await sendArchive(req, res, () => openArchive(req.scope, id, token))
  }
)
