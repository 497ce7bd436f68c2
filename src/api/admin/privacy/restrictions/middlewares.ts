import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { liftBody, restrictionBody, restrictionListQuery, tellBody } from "./validators"

export const adminRestrictionMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/restrictions",
    methods: ["GET"],
    middlewares: [validateQuery(restrictionListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/restrictions",
    methods: ["POST"],
    middlewares: [requirePermission("restrictions:write"), validateBody(restrictionBody)],
  },
  {
    matcher: "/admin/privacy/restrictions/:id/lift",
    methods: ["POST"],
    middlewares: [requirePermission("restrictions:write"), validateBody(liftBody)],
  },
  {
    matcher: "/admin/privacy/restrictions/:id/tell",
    methods: ["POST"],
    middlewares: [requirePermission("restrictions:write"), validateBody(tellBody)],
  },
]
