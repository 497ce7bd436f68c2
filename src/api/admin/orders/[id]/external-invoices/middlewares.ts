import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateBody } from "../../../../_shared/validate-body"
import { externalInvoiceBody } from "./validators"

export const adminOrderExternalInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/orders/:id/external-invoices",
    methods: ["POST"],
    middlewares: [validateBody(externalInvoiceBody)],
  },
]
