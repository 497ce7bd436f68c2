import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateQuery } from "../../../_shared/validate-query"
import { accessEventQuery } from "./validators"

export const adminAccessEventMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/access-events",
    methods: ["GET"],
    middlewares: [
      requirePermission("access-log:read"),
      validateQuery(accessEventQuery, { isList: true }),
    ],
  },
]
