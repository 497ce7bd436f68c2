import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../_shared/validate-query"
import { invoiceRequestListQuery } from "./validators"

export const adminInvoiceRequestMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/invoice-requests",
    methods: ["GET"],
    middlewares: [validateQuery(invoiceRequestListQuery, { isList: true })],
  },
]
