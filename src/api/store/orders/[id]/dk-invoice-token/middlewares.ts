import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { invoiceTokenBody } from "./validators"

export const storeInvoiceTokenMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/orders/:id/dk-invoice-token",
    methods: ["POST"],
    middlewares: [validateBody(invoiceTokenBody)],
  },
]
