import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { refuseChangeWhilePaid } from "../../../../workflows/nets"
import { checkBefore } from "../../../_shared/answer-conflicts"

const refuse = checkBefore((req: MedusaRequest) =>
  refuseChangeWhilePaid(req.scope, req.params.id ?? "")
)

/** Medusa's routes that change what a cart costs or whose it is, written as Medusa writes them. */
const CHANGES: Pick<MiddlewareRoute, "matcher" | "methods">[] = [
  { matcher: "/store/carts/:id", methods: ["POST"] },
  { matcher: "/store/carts/:id/customer", methods: ["POST"] },
  { matcher: "/store/carts/:id/line-items", methods: ["POST"] },
  { matcher: "/store/carts/:id/line-items/:line_id", methods: ["POST", "DELETE"] },
  { matcher: "/store/carts/:id/promotions", methods: ["POST", "DELETE"] },
  { matcher: "/store/carts/:id/shipping-methods", methods: ["POST"] },
  { matcher: "/store/carts/:id/taxes", methods: ["POST"] },
]

/** 409 `payment_in_progress` for a cart whose money is reserved or charged at Nets and that is no order yet. */
export const storeCartChangeMiddlewares: MiddlewareRoute[] = CHANGES.map((route) => ({
  ...route,
  middlewares: [refuse],
}))
