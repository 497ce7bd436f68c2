import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { netsReceiptListQuery } from "./validators"

export const adminNetsReceiptMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/nets/receipts",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(netsReceiptListQuery, { isList: true })],
  },
]
