import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { overviewQuery } from "./validators"

export const adminOverviewMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/overview",
    methods: ["GET"],
    middlewares: [requirePermission("own:read"), validateAndTransformQuery(overviewQuery, {})],
  },
]
