import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerModuleService } from "../../../../../modules/buyer"
import { dkCheckOrderBuyersWorkflow, dkSetOrderBuyerWorkflow } from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import type { AdminDraftOrderBuyer } from "./validators"

/** `{ buyer, findings }` of a draft order. */
export const GET = async (req: MedusaRequest, res: MedusaResponse): Promise<void> => {
  const id = req.params.id ?? ""
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  res.json({
    buyer: await service.findBuyer({ order_id: id }),
    findings: await service.listFindings(id),
  })
}

/**
 * Says who buys by phone → `{ buyer }`; `{ later: true }` goes on without and lists the order as lacking.
 * 400 names the field; 409 `invoice_issued`.
 */
export const POST = answerConflicts<AdminDraftOrderBuyer>(async (req, res) => {
  const order_id = req.params.id ?? ""
  if ("later" in req.validatedBody) {
    await dkCheckOrderBuyersWorkflow(req.scope).run({ input: { order_ids: [order_id] } })
    res.json({ buyer: null })
    return
  }
  const input = { order_id, fields: req.validatedBody }
  const { result: buyer } = await dkSetOrderBuyerWorkflow(req.scope).run({ input })
  res.json({ buyer })
})
