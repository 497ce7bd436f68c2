import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { liftStopBody, stopBody, stopListQuery } from "./validators"

export const adminStopMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/stops",
    methods: ["GET"],
    middlewares: [validateQuery(stopListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/stops",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(stopBody)],
  },
  {
    matcher: "/admin/privacy/stops/:id/lift",
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(liftStopBody)],
  },
]
