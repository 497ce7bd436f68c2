import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { inputCountQuery } from "./validators"

export const adminInputCountMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/input-counts",
    methods: ["GET"],
    middlewares: [requirePermission("findings:read"), validateQuery(inputCountQuery)],
  },
]
