import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { overviewQuery } from "./validators"

export const adminOverviewMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/overview",
    methods: ["GET"],
    middlewares: [requirePermission("own:read"), validateQuery(overviewQuery)],
  },
]
