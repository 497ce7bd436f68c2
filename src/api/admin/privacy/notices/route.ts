import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE } from "../../../../modules/consent"
import type { ConsentModuleService } from "../../../../modules/consent"
import type { AdminNoticeListResponse, AdminNoticeResponse } from "../../../../types/http"
import { listNotices, readNotice } from "../../../../workflows/consent"
import type { AdminNoticeListQuery, CreateNoticeBody } from "./validators"

/** `{ notices, count, offset, limit }`: all versions, drafts too, with what each is now. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminNoticeListQuery>,
  res: MedusaResponse<AdminNoticeListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await listNotices(req.scope, req.validatedQuery)), offset, limit })
}

/** `{ notice }`: a draft with the next version number of its kind, purpose, channel and locale. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateNoticeBody>,
  res: MedusaResponse<AdminNoticeResponse>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { id } = await service.draftNotice(req.validatedBody)
  res.status(201).json({ notice: await readNotice(req.scope, id) })
}
