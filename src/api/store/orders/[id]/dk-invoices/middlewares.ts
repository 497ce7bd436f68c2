import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requireOwnOrder, signedInOrGuest } from "../../../../_shared/require-own-order"

export const storeInvoiceMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/orders/:id/dk-invoices",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
  {
    matcher: "/store/orders/:id/dk-invoices/:invoice_id/html",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
  {
    matcher: "/store/orders/:id/dk-invoices/:invoice_id/pdf",
    methods: ["GET"],
    middlewares: [signedInOrGuest, requireOwnOrder],
  },
]
