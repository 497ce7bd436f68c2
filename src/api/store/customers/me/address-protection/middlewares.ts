import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

export const storeCustomerProtectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/customers/me/address-protection",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
]
