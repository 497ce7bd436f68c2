import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { noBody } from "../../../_shared/no-body"
import { validateBody } from "../../../_shared/validate-body"
import { retentionPageQuery } from "../retention/validators"
import { validateQuery } from "../../../_shared/validate-query"

export const adminParkedMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/parked",
    methods: ["GET"],
    middlewares: [validateQuery(retentionPageQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/parked/:id/retry",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(noBody)],
  },
]
