import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { unpaidListQuery } from "./validators"

export const adminUnpaidInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/unpaid-invoices",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(unpaidListQuery, { isList: true })],
  },
]
