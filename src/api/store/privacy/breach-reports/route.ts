import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreReportBreachResponse } from "../../../../types/http"
import { reportBreach } from "../../../../workflows/breach"
import { customerOf } from "../../../_shared/customer-of"
import type { BreachReportBody } from "./validators"

/**
 * Tells the shop of what may be a breach, by anybody. 202 `{ received: true }`, always the same; nothing is mailed. Numbers that
 * look like CPR or cards are masked, not refused. 400 naming the field; 429 with Retry-After after ten in an hour.
 */
export const POST = async (
  req: MedusaRequest<BreachReportBody>,
  res: MedusaResponse<StoreReportBreachResponse>
): Promise<void> => {
  await reportBreach(req.scope, { ...req.validatedBody, customerId: customerOf(req) })
  res.status(202).json({ received: true })
}
