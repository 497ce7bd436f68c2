import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreNoticeListResponse } from "../../../../types/http"
import { CONSENT_MODULE } from "../../../../modules/consent"
import type { ConsentModuleService } from "../../../../modules/consent"
import type { StoreNoticeListQuery } from "./validators"

/** `{ notices, count, offset, limit }`: published notices, old versions too; `current=true` for those in force. */
export const GET = async (
  req: MedusaRequest<unknown, StoreNoticeListQuery>,
  res: MedusaResponse<StoreNoticeListResponse>
): Promise<void> => {
  const service = req.scope.resolve<ConsentModuleService>(CONSENT_MODULE)
  const { limit, offset, ...wanted } = req.validatedQuery
  const filters = { ...wanted, limit, offset, published: true, forShoppers: true }
  res.json({ ...(await service.findNotices(filters)), offset, limit })
}
