import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { listBuyerFindingsQuery } from "./validators"

export const adminBuyerFindingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/buyer-findings",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(listBuyerFindingsQuery, {})],
  },
]
