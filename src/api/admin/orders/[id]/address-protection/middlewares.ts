import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../../modules/access"

export const adminOrderProtectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/address-protection",
    methods: ["POST", "DELETE"],
    middlewares: [requirePermission("protections:write")],
  },
]
