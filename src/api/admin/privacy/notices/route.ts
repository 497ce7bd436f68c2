import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { CONSENT_MODULE } from "../../../../modules/consent"
import type { ConsentModuleService } from "../../../../modules/consent"
import type { AdminNoticeListQuery, CreateNoticeBody } from "./validators"

/** `{ notices, count, offset, limit }`: all versions, drafts too. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, AdminNoticeListQuery>,
  res: MedusaResponse
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { limit, offset, ...wanted } = req.validatedQuery
  const filters = { ...wanted, limit, offset, published: false }
  res.json({ ...(await service.findNotices(filters)), offset, limit })
}

/** `{ notice }`: a draft with the next version number of its kind, purpose, channel and locale. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateNoticeBody>,
  res: MedusaResponse
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  res.status(201).json({ notice: await service.draftNotice(req.validatedBody) })
}
