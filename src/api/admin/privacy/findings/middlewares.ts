import type { MiddlewareRoute } from "@medusajs/framework/http"
import { requirePermission } from "../../../../modules/access"
import { validateBody } from "../../../_shared/validate-body"
import { validateQuery } from "../../../_shared/validate-query"
import { findingListQuery, noBody } from "./validators"

export const adminFindingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/privacy/findings*",
    middlewares: [requirePermission("findings:read")],
  },
  {
    matcher: "/admin/privacy/findings",
    methods: ["GET"],
    middlewares: [validateQuery(findingListQuery, { isList: true })],
  },
  {
    matcher: "/admin/privacy/findings/scan",
    methods: ["POST"],
    middlewares: [validateBody(noBody)],
  },
  ...["mask", "dismiss"].map((act): MiddlewareRoute => ({
    matcher: `/admin/privacy/findings/:id/${act}`,
    methods: ["POST"],
    middlewares: [requirePermission("personal-data:erase"), validateBody(noBody)],
  })),
]
