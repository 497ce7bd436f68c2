import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBuyer } from "../../../../_shared/validate-buyer"

export const adminOrderBuyerMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin/orders/:id/buyer", methods: ["POST"], middlewares: [validateBuyer] },
]
