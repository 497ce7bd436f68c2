import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBuyerFindingListResponse } from "../../../../types/http"
import { BUYER_MODULE } from "../../../../modules/buyer"
import type { BuyerModuleService } from "../../../../modules/buyer"
import type { ListBuyerFindingsQuery } from "./validators"

/** Orders whose buyer breaks a rule: `{ buyer_findings: [{ order_id, field, code }], count, offset, limit }`. */
export const GET = async (
  req: MedusaRequest<unknown, ListBuyerFindingsQuery>,
  res: MedusaResponse<AdminBuyerFindingListResponse>
): Promise<void> => {
  const { limit, offset } = req.validatedQuery
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  const [findings, count] = await service.listAndCountFindings({ limit, offset })
  res.json({ buyer_findings: findings, count, offset, limit })
}
