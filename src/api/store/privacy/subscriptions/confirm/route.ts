import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { confirmSubscriptionByToken } from "../../../../../workflows/consent"
import type { StoreConfirmSubscriptionResponse } from "../../../../../types/http"
import type { ConfirmationBody } from "../validators"

/** `{ confirmed }`: for a storefront with a page of its own (option `consent.confirmPage`). Twice is once. 429 with Retry-After. */
export const POST = async (
  req: MedusaRequest<ConfirmationBody>,
  res: MedusaResponse<StoreConfirmSubscriptionResponse>
): Promise<void> => {
  res.json({ confirmed: await confirmSubscriptionByToken(req.scope, req.validatedBody.token) })
}
