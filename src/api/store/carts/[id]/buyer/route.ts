import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DkDeletedResponse, StoreBuyerResponse } from "../../../../../types/http"
import { BUYER_MODULE } from "../../../../../modules/buyer"
import type { BuyerFields, BuyerModuleService } from "../../../../../modules/buyer"
import { dkSetCartBuyerWorkflow, requireOwnCart } from "../../../../../workflows/buyer"
import { answerConflicts } from "../../../../_shared/answer-conflicts"
import { customerOf } from "../../../../_shared/customer-of"

/** `{ buyer }` of the cart, null when none is set. 404 for a signed-in stranger to an account's cart. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StoreBuyerResponse>
): Promise<void> => {
  const cart = await requireOwnCart(req.scope, req.params.id ?? "", customerOf(req))
  const service = req.scope.resolve<BuyerModuleService>(BUYER_MODULE)
  res.json({ buyer: await service.findBuyer({ cart_id: cart.id }) })
}

/** Sets who buys → `{ buyer }`. 400 names the field; 409 `buyer_locked`, `cart_completed`. */
export const POST = answerConflicts<BuyerFields>(
  async (req, res: MedusaResponse<StoreBuyerResponse>) => {
    const { result: buyer } = await dkSetCartBuyerWorkflow(req.scope).run({
      input: {
        cart_id: req.params.id ?? "",
        customer_id: customerOf(req),
        fields: req.validatedBody,
      },
    })
    res.json({ buyer })
  }
)

/** Takes the buyer off the cart. 409 `buyer_locked`, `cart_completed`. */
export const DELETE = answerConflicts(async (req, res: MedusaResponse<DkDeletedResponse>) => {
  const id = req.params.id ?? ""
  await dkSetCartBuyerWorkflow(req.scope).run({
    input: { cart_id: id, customer_id: customerOf(req), fields: null },
  })
  res.json({ id, object: "buyer", deleted: true })
})
