import { validateAndTransformQuery } from "@medusajs/framework/http"
import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
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
    middlewares: [requirePermission("personal-data:erase"), validateBody(noBody)],
  },
  {
    matcher: "/admin/privacy/sweeps/preview",
    methods: ["POST"],
    middlewares: [validateBody(noBody)],
  },
]
