import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AddressProtectionResponse, DkDeletedResponse } from "../../../../../types/http"
import { declareProtection, liftProtection, readProtection } from "../../../../../modules/access"
import { conflict } from "../../../../../shared/errors"
import { postgres } from "../../../../../shared/postgres"
import { requireOwnCart } from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { customerOf } from "../../../../_shared/customer-of"

/** `{ address_protection }` of the cart, null when the shopper has not said so. 404 as for the cart's buyer. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AddressProtectionResponse>
): Promise<void> => {
  const cart = await requireOwnCart(req.scope, req.params.id ?? "", customerOf(req))
  const protection = await readProtection(postgres(req.scope), { cart_id: cart.id })
  res.json({ address_protection: protection })
}

/** The shopper says that their address is protected → `{ address_protection }`; the order has it from its cart. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<AddressProtectionResponse>
): Promise<void> => {
  const cart = await requireOwnCart(req.scope, req.params.id ?? "", customerOf(req))
  const word = { source: "checkout", by: null, now: new Date() } as const
  const protection = await declareProtection(postgres(req.scope), { cart_id: cart.id }, word)
  res.json({ address_protection: protection })
}

/** The shopper takes it back while shopping. 409 `cart_completed`: then the person asks the shop. */
export const DELETE = answerConflicts(async (req, res: MedusaResponse<DkDeletedResponse>) => {
  const cart = await requireOwnCart(req.scope, req.params.id ?? "", customerOf(req))
  if (cart.isCompleted) throw conflict("cart_completed", "The cart has become an order.")
  const word = { source: "checkout", by: null, now: new Date() } as const
  await liftProtection(postgres(req.scope), { cart_id: cart.id }, word)
  res.json({ id: cart.id, object: "address_protection", deleted: true })
})
