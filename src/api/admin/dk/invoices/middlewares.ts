import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../_shared/validate-query"
import { invoiceListQuery, renderingQuery } from "./validators"

export const adminInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoices",
    methods: ["GET"],
    middlewares: [validateQuery(invoiceListQuery, { isList: true })],
  },
  {
    matcher: "/admin/dk/invoices/:id/html",
    methods: ["GET"],
    middlewares: [validateQuery(renderingQuery)],
  },
  {
    matcher: "/admin/dk/invoices/:id/pdf",
    methods: ["GET"],
    middlewares: [validateQuery(renderingQuery)],
  },
]
