import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../../modules/access"

export const adminCustomerProtectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/customers/:id/address-protection",
    methods: ["POST", "DELETE"],
    middlewares: [requirePermission("protections:write")],
  },
]
