import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBuyer } from "../../../../_shared/validate-buyer"

const matcher = "/store/customers/me/buyer"

export const storeCustomerBuyerMiddlewares: MiddlewareRoute[] = [
  { matcher, middlewares: [authenticate("customer", ["session", "bearer"])] },
  { matcher, methods: ["POST"], middlewares: [validateBuyer] },
]
