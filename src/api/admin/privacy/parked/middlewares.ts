import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { retentionPageQuery } from "../retention/validators"

export const adminParkedMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/parked",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(retentionPageQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/parked/:id/retry",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase")],
  },
]
