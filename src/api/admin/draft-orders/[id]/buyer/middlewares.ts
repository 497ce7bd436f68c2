import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { conflict } from "../../../../../shared/errors"
import { hasBuyerOrPromise } from "../../../../../workflows/buyer"
import { checkBefore } from "../../../../_shared/answer-conflicts"
import { validateDraftOrderBuyer } from "./validators"

const requireBuyer = async (req: MedusaRequest): Promise<void> => {
  if (await hasBuyerOrPromise(req.scope, req.params.id ?? "")) return
  throw conflict(
    "buyer_missing",
    `buyer: Say who buys first: POST /admin/draft-orders/:id/buyer with a buyer, or { "later": true } to go on without; the order is then listed as lacking it.`
  )
}

export const adminDraftOrderBuyerMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/draft-orders/:id/buyer",
    methods: ["POST"],
    middlewares: [validateDraftOrderBuyer],
  },
  {
    matcher: "/admin/draft-orders/:id/convert-to-order",
    methods: ["POST"],
    middlewares: [checkBefore(requireBuyer)],
  },
]
