import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { retentionBody, retentionChangesQuery } from "./validators"

export const adminRetentionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/retention",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(retentionBody)],
  },
  {
    matcher: "/admin/privacy/retention/changes",
    methods: ["GET"],
    middlewares: [validateQuery(retentionChangesQuery, { isList: true })],
  },
]
