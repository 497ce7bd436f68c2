import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { isSessionOnAccount, requireOnAccount } from "../../workflows/invoice"
import { customerOf } from "./customer-of"

const bodyOf = ({ body }: MedusaRequest): Record<string, unknown> =>
  typeof body === "object" && body !== null ? { ...body } : {}

/** 400 with the reason when what is bought cannot be paid on invoice by who is signed in. */
export const refuseOnAccount = (req: MedusaRequest): Promise<void> =>
  requireOnAccount(req.scope, {
    provider_id: bodyOf(req).provider_id,
    payment_collection_id: req.params.id ?? "",
    customer_id: customerOf(req),
  })

/** A storefront has nothing to say in a session on invoice, and Medusa would store it for every reader of the cart. */
export const cutOnAccountData = (
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void => {
  const body = bodyOf(req)
  if (isSessionOnAccount(body.provider_id) && "data" in body) req.body = { ...body, data: {} }
  next()
}
