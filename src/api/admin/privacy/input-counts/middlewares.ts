import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { inputCountQuery } from "./validators"

export const adminInputCountMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/input-counts",
    methods: ["GET"],
    middlewares: [
      requirePermission("findings:read"),
      validateAndTransformQuery(inputCountQuery, {}),
    ],
  },
]
