import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { accessEventQuery } from "./validators"

export const adminAccessEventMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/access-events",
    methods: ["GET"],
    middlewares: [
      requirePermission("access-log:read"),
      validateAndTransformQuery(accessEventQuery, { isList: true }),
    ],
  },
]
