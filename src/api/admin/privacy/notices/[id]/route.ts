import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE } from "../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../modules/consent"
import type { AdminNoticeResponse, DkDeletedResponse } from "../../../../../types/http"
import { changeNotice, readNotice } from "../../../../../workflows/consent"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import type { ChangeNoticeBody } from "../validators"

/** `{ notice }`: any version, a draft too. 404 when there is none. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AdminNoticeResponse>
): Promise<void> => {
  res.json({ notice: await readNotice(req.scope, req.params.id ?? "") })
}

/**
 * `{ notice }`: changes a draft; what is left out stays. 400 naming the field; 409 `already_published`, or
 * `changed_meanwhile` when it is no longer the draft with the SHA-256 in `replaces`.
 */
export const POST = answerConflicts<ChangeNoticeBody>(
  async (req, res: MedusaResponse<AdminNoticeResponse>) => {
    res.json({ notice: await changeNotice(req.scope, req.params.id ?? "", req.validatedBody) })
  }
)

/** `{ id, object, deleted }`: deletes a draft. 404 when there is none; 409 `already_published`: evidence may point at it. */
export const DELETE = answerConflicts(async (req, res: MedusaResponse<DkDeletedResponse>) => {
  const id = req.params.id ?? ""
  await req.scope.resolve<ConsentModuleService>(CONSENT_MODULE).deleteNotice(id)
  res.json({ id, object: "notice", deleted: true })
})
