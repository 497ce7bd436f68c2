import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { invoiceRequestListQuery } from "./validators"

export const adminInvoiceRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoice-requests",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(invoiceRequestListQuery, { isList: true })],
  },
]
