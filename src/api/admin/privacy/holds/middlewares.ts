import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { holdBody, holdListQuery } from "./validators"

export const adminHoldMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/holds",
    methods: ["GET"],
    middlewares: [validateQuery(holdListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/holds",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(holdBody)],
  },
  {
    matcher: "/admin/privacy/holds/:id/lift",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase")],
  },
]
