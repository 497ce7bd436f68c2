import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { invoiceListQuery, renderingQuery } from "./validators"

export const adminInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(invoiceListQuery, { isList: true })],
  },
  {
    matcher: "/admin/dk/invoices/:id/html",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(renderingQuery, {})],
  },
  {
    matcher: "/admin/dk/invoices/:id/pdf",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(renderingQuery, {})],
  },
]
