import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type {
  StoreBuyerPlaceListResponse,
  StoreBuyerPlaceResponse,
} from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerModuleService, BuyerPlaceFields } from "../../../../../modules/buyer"
import { dkSaveBuyerPlaceWorkflow } from "../../../../../workflows/buyer"

/** The EAN places the account has saved: `{ buyer_places, count, offset, limit }`. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreBuyerPlaceListResponse>
): Promise<void> => {
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  const places = await service.listPlaces(req.auth_context.actor_id)
  res.json({ buyer_places: places, count: places.length, offset: 0, limit: places.length })
}

/** Saves a place `{ ean, company_name, accounting_reference? }` → `{ buyer_place }`. 400 names the field. */
export const POST = async (
  req: AuthenticatedMedusaRequest<BuyerPlaceFields>,
  res: MedusaResponse<StoreBuyerPlaceResponse>
): Promise<void> => {
  const { result } = await dkSaveBuyerPlaceWorkflow(req.scope).run({
    input: { customer_id: req.auth_context.actor_id, place: req.validatedBody },
  })
  res.json({ buyer_place: result })
}
