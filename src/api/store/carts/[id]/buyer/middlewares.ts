import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBuyer } from "../../../../_shared/validate-buyer"

const matcher = "/store/carts/:id/buyer"

export const storeCartBuyerMiddlewares: MiddlewareRoute[] = [
  {
    matcher,
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
  { matcher, methods: ["POST"], middlewares: [validateBuyer] },
]
