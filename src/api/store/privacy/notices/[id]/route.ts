import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreNoticeResponse } from "../../../../../types/http"
import { CONSENT_MODULE } from "../../../../../modules/consent"
import type { ConsentModuleService } from "../../../../../modules/consent"

/** `{ notice }`: any published version. 404 for a draft. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreNoticeResponse>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  res.json({ notice: await service.findNotice(req.params.id ?? "", true) })
}
