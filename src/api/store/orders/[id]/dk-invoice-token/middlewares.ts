import { validateAndTransformBody } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { invoiceTokenBody } from "./validators"

export const storeInvoiceTokenMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/orders/:id/dk-invoice-token",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(invoiceTokenBody)],
  },
]
