import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

export const storeOwnPrivacyRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/customers/me/privacy-requests",
    middlewares: [authenticate("customer", ["session", "bearer"])],
  },
]
