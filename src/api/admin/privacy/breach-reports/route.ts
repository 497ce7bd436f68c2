import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminBreachTipListResponse } from "../../../../types/http"
import { findTips } from "../../../../workflows/breach"
import type { TipListQuery } from "./validators"

/** `{ breach_reports, count, offset, limit }`: what customers reported, those nobody has looked at first; filter `state`. */
export const GET = async (
  req: MedusaRequest<unknown, TipListQuery>,
  res: MedusaResponse<AdminBreachTipListResponse>
): Promise<void> => {
  const { state, limit, offset } = req.validatedQuery
  res.json(await findTips(req.scope, { state, limit, offset }))
}
