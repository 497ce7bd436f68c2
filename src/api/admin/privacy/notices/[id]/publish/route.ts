import { CONSENT_MODULE } from "../../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../../modules/consent"
import { answerConflicts } from "../../../../../_shared/answer-conflicts"
import type { PublishNoticeBody } from "../../validators"

/** `{ notice }`: publishes a draft. 409 `already_published`: a published notice is never changed. */
export const POST = answerConflicts<PublishNoticeBody>(async (req, res) => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { effective_from: effectiveFrom } = req.validatedBody
  res.json({ notice: await service.publishNotice(req.params.id ?? "", effectiveFrom) })
})
