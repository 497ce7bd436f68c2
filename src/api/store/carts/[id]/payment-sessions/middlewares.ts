import { authenticate } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"

export const storeCartPaymentSessionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/carts/:id/payment-sessions",
    methods: ["DELETE"],
    middlewares: [authenticate("customer", ["session", "bearer"], { allowUnauthenticated: true })],
  },
]
