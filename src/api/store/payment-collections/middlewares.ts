import type { MiddlewareRoute } from "@medusajs/framework/http"
import { cutNetsSessionData } from "./nets-session-data"

export const netsPaymentSessionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/payment-collections/:id/payment-sessions",
    methods: ["POST"],
    middlewares: [cutNetsSessionData],
  },
]
