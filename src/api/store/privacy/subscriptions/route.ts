import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreSubscribeResponse } from "../../../../types/http"
import { mailSubscription, requestSubscription } from "../../../../workflows/consent"
import type { SubscriptionBody } from "./validators"

/**
 * Signs a mailbox up for marketing; it counts when its owner confirms by mail. 202 `{}` for every address, whether it is
 * known, unknown, subscribed or objecting: the mail goes out afterwards. 400 naming what is wrong with the text; 429 with
 * Retry-After after 60 in an hour from one internet address.
 */
export const POST = async (
  req: MedusaRequest<SubscriptionBody>,
  res: MedusaResponse<StoreSubscribeResponse>
): Promise<void> => {
  const id = await requestSubscription(req.scope, req.validatedBody)
  res.status(202).json({})
  if (id !== null) await mailSubscription(req.scope, id)
}
