import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

export const storeCartProtectionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/address-protection",
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
]
