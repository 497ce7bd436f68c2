import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreBuyerResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../../../modules/buyer"
import { dkSetCustomerBuyerWorkflow } from "../../../../../workflows/buyer"

/** The account's default `{ buyer }`, for a storefront to suggest; null when none is saved. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreBuyerResponse>
): Promise<void> => {
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  res.json({ buyer: await service.findBuyer({ customer_id: req.auth_context.actor_id }) })
}

/** Saves the account's default buyer → `{ buyer }`. 400 names the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<BuyerFields>,
  res: MedusaResponse<StoreBuyerResponse>
): Promise<void> => {
  const { result: buyer } = await dkSetCustomerBuyerWorkflow(req.scope).run({
    input: { customer_id: req.auth_context.actor_id, fields: req.validatedBody },
  })
  res.json({ buyer })
}
