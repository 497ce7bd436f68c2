import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminNoticeResponse } from "../../../../../../types/http"
import { CONSENT_MODULE } from "../../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../../modules/consent"
import { readNotice } from "../../../../../../workflows/consent"
import { answerConflicts } from "../../../../../_shared/answer-conflicts"
import type { PublishNoticeBody } from "../../validators"

/**
 * `{ notice }`: publishes a draft. 409 `already_published`: a published notice is never changed;
 * `changed_meanwhile` when it is no longer the text with `sha256`.
 */
export const POST = answerConflicts<PublishNoticeBody>(
  async (req, res: MedusaResponse<AdminNoticeResponse>) => {
    const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
    const { effective_from: effectiveFrom, sha256 } = req.validatedBody
    const { id } = await service.publishNotice(req.params.id ?? "", { effectiveFrom, sha256 })
    res.json({ notice: await readNotice(req.scope, id) })
  }
)
