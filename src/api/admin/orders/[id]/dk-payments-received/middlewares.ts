import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { paymentReceivedBody } from "./validators"

export const adminPaymentReceivedMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/dk-payments-received",
    methods: ["POST"],
    middlewares: [validateBody(paymentReceivedBody)],
  },
]
