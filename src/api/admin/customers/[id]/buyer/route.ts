import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBuyerResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../../../modules/buyer"
import { dkSetCustomerBuyerWorkflow } from "../../../../../workflows/buyer"

/** The customer's default `{ buyer }`, null when none is saved. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<AdminBuyerResponse>
): Promise<void> => {
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  res.json({ buyer: await service.findBuyer({ customer_id: req.params.id ?? "" }) })
}

/** Saves the customer's default buyer → `{ buyer }`. 400 names the field, 404 for an unknown customer. */
export const POST = async (
  req: MedusaRequest<BuyerFields>,
  res: MedusaResponse<AdminBuyerResponse>
): Promise<void> => {
  const { result: buyer } = await dkSetCustomerBuyerWorkflow(req.scope).run({
    input: { customer_id: req.params.id ?? "", fields: req.validatedBody },
  })
  res.json({ buyer })
}
