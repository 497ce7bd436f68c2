import type { MiddlewareRoute } from "@medusajs/framework/http"
import { validateQuery } from "../../../_shared/validate-query"
import { listBuyerFindingsQuery } from "./validators"

export const adminBuyerFindingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/dk/buyer-findings",
    methods: ["GET"],
    middlewares: [validateQuery(listBuyerFindingsQuery)],
  },
]
