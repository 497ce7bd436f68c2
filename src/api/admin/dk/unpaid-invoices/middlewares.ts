import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../_shared/validate-query"
import { unpaidListQuery } from "./validators"

export const adminUnpaidInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/unpaid-invoices",
    methods: ["GET"],
    middlewares: [validateQuery(unpaidListQuery, { isList: true })],
  },
]
