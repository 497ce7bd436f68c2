import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBuyerResponse, AdminOrderBuyerResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerModuleService } from "../../../../../modules/buyer"
import {
  dkPostponeOrderBuyerWorkflow,
  dkSetOrderBuyerWorkflow,
  readBuyerOfOrder,
  requireOrder,
} from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import type { AdminDraftOrderBuyer } from "./validators"

/** `{ buyer, source, findings }` of a draft order. 404 for anything else. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminOrderBuyerResponse>
): Promise<void> => {
  const id = req.params.id ?? ""
  await requireOrder(req.scope, id, "draft")
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  const { buyer, source } = await readBuyerOfOrder(req.scope, id)
  res.json({ buyer, source, findings: await service.listFindings(id) })
}

/**
 * Says who buys by phone → `{ buyer }`; `{ later: true }` goes on without and lists the order as lacking.
 * 400 names the field; 404 for anything but a draft order; 409 `invoice_issued`.
 */
export const POST = answerConflicts<AdminDraftOrderBuyer>(
  async (req, res: MedusaResponse<AdminBuyerResponse>) => {
    const order_id = req.params.id ?? ""
    if ("later" in req.validatedBody) {
      const { result } = await dkPostponeOrderBuyerWorkflow(req.scope).run({ input: { order_id } })
      res.json({ buyer: result })
      return
    }
    const input = { order_id, kind: "draft" as const, fields: req.validatedBody }
    const { result: buyer } = await dkSetOrderBuyerWorkflow(req.scope).run({ input })
    res.json({ buyer })
  }
)
