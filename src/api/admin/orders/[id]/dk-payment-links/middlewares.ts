import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { paymentLinkBody } from "./validators"

export const adminPaymentLinkMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/dk-payment-links",
    methods: ["POST"],
    middlewares: [validateBody(paymentLinkBody)],
  },
]
