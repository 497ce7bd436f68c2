import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { retentionPageQuery } from "../retention/validators"

export const adminSweepMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/sweeps",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(retentionPageQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/sweeps",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase")],
  },
]
