import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBuyer } from "../../../../_shared/validate-buyer"

export const adminCustomerBuyerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/customers/:id/buyer", methods: ["POST"], middlewares: [validateBuyer] },
]
