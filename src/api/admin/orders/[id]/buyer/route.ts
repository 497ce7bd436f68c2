import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBuyerResponse, AdminOrderBuyerResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../../../modules/buyer"
import {
  dkSetOrderBuyerWorkflow,
  readBuyerOfOrder,
  requireOrder,
} from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"

/** `{ buyer, source: order | cart | null, findings: [{ field, code }] }` of an order. 404 for an unknown one. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminOrderBuyerResponse>
): Promise<void> => {
  const orderId = req.params.id ?? ""
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  await requireOrder(req.scope, orderId)
  const { buyer, source } = await readBuyerOfOrder(req.scope, orderId)
  res.json({ buyer, source, findings: await service.listFindings(orderId) })
}

/** Staff sets or corrects who bought → `{ buyer }`. 400 names the field; 409 `invoice_issued`. */
export const POST = answerConflicts<BuyerFields>(
  async (req, res: MedusaResponse<AdminBuyerResponse>) => {
    const { result: buyer } = await dkSetOrderBuyerWorkflow(req.scope).run({
      input: { order_id: req.params.id ?? "", fields: req.validatedBody },
    })
    res.json({ buyer })
  }
)
