import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { retentionPageQuery } from "../retention/validators"
import { validateQuery } from "../../../_shared/validate-query"

export const adminSweepMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/sweeps",
    methods: ["GET"],
    middlewares: [validateQuery(retentionPageQuery, { isList: true })],
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
